import { conidSchema, type Conid } from '../../../shared/domain/ids';
import type { ScanRow } from '../../../shared/domain/scanner';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

type FoundRow = Omit<ScanRow, 'isNew'>;

export interface Found {
  readonly rows: ReadonlyArray<FoundRow>;
  readonly figureName: string | null;
  readonly total: number | null;
}

/** Rows of /iserver/scanner/run in IBKR's order. `contract_description_1` names the month of a future, `symbol` not. */
export function toMarketRows(wire: WireRecord): Found {
  const entries = recordsOf(wire['contracts']);
  return {
    rows: entries.flatMap((entry, index) => {
      const conid = conidOf(entry['con_id']) ?? conidOf(entry['conidex']);
      if (conid === null) return [];
      return [
        {
          conid,
          rank: index + 1,
          symbol: textOf(entry['contract_description_1']) ?? textOf(entry['symbol']) ?? String(conid),
          name: textOf(entry['company_name']),
          exchange: textOf(entry['listing_exchange']),
          assetClass: textOf(entry['sec_type']),
          figure: textOf(entry['scan_data']),
        },
      ];
    }),
    figureName: textOf(wire['scan_data_column_name']) ?? textOf(entries[0]?.['column_name']),
    total: null,
  };
}

/** The older scanner answers contract ids and nothing else. */
export const historicalConids = (wire: WireRecord): Conid[] =>
  recordsOf(recordOf(wire['Contracts'])['Contract']).flatMap((entry) => conidOf(entry['contractID']) ?? []);

/** Its ids with what their definitions say; one without a definition keeps its id as its name. */
export function toHistoricalRows(wire: WireRecord, definitions: ReadonlyArray<WireRecord>): Found {
  const byConid = new Map(definitions.map((definition) => [Number(definition['conid']), definition]));
  const total = Number(textOf(wire['total']) ?? Number.NaN);
  return {
    rows: historicalConids(wire).map((conid, index) => {
      const definition = byConid.get(conid);
      return {
        conid,
        rank: index + 1,
        symbol: textOf(definition?.['ticker']) ?? String(conid),
        name: textOf(definition?.['name']),
        exchange: textOf(definition?.['listingExchange']),
        assetClass: textOf(definition?.['assetClass']),
        figure: null,
      };
    }),
    figureName: null,
    total: Number.isSafeInteger(total) ? total : null,
  };
}

function conidOf(value: unknown): Conid | null {
  const parsed = conidSchema.safeParse(Number(textOf(value) ?? Number.NaN));
  return parsed.success ? parsed.data : null;
}
