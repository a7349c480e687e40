import { conidSchema, type Conid } from '../../../shared/domain/ids';
import type { Gateway } from '../../gateway/gateway';
import type { WireRecord } from '../wire-record';

/** IBKR answers at most 50 fields a request, and 100 contracts; fewer leave room for orders — GATEWAY_FACTS §4. */
const maxFields = 50;
const contractsAtOnce = 50;

/** Reads fields once, in the background; what is not answered stays unknown and nobody waits for it. */
export async function readSnapshots(
  { marketData }: Pick<Gateway, 'marketData'>,
  conids: ReadonlyArray<Conid>,
  codes: ReadonlyArray<string>,
  onRow: (conid: Conid, row: WireRecord) => void,
): Promise<void> {
  const rows = new Map<Conid, WireRecord>();
  for (let from = 0; from < conids.length; from += contractsAtOnce) {
    const some = conids.slice(from, from + contractsAtOnce);
    for (let first = 0; first < codes.length; first += maxFields) {
      const answer = await marketData.liveMarketdataSnapshot(
        { conids: some, fields: codes.slice(first, first + maxFields) },
        { priority: 'background' },
      );
      if (!answer.ok) return;
      for (const row of answer.value.data) {
        const conid = conidSchema.safeParse(Number(row.conid));
        if (!conid.success) continue;
        rows.set(conid.data, { ...rows.get(conid.data), ...row });
        onRow(conid.data, rows.get(conid.data) ?? {});
      }
    }
  }
}
