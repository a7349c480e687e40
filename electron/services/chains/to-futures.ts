import type { Future } from '../../../shared/domain/chain';
import { toDecimal } from '../../../shared/domain/decimal';
import { conidSchema } from '../../../shared/domain/ids';
import { textOf, type WireRecord } from '../wire-record';

/**
 * Rows of /trsrv/futures, completed by their definitions. `ltd` lies before `expirationDate` for ES and after it for
 * CL, and expired contracts linger for days: the earlier date counts — QUIRKS §7, read 2026-11.
 */
export function toFutures(
  rows: ReadonlyArray<WireRecord>,
  definitions: ReadonlyArray<WireRecord>,
  today: string,
): Future[] {
  const byConid = new Map(definitions.map((definition) => [Number(definition['conid']), definition]));
  return rows
    .flatMap((row) => {
      const conid = conidSchema.safeParse(Number(row['conid']));
      const expiry = dayOf(row['expirationDate']);
      if (!conid.success || expiry === null) return [];
      const lastDay = [expiry, dayOf(row['ltd']) ?? expiry].sort()[0] ?? expiry;
      if (lastDay < today) return [];
      const definition = byConid.get(conid.data) ?? {};
      return [
        {
          ...{ conid: conid.data, expiry, lastDay },
          symbol: textOf(row['symbol']) ?? textOf(definition['ticker']) ?? '',
          localName: textOf(definition['fullName']),
          multiplier: toDecimal(definition['multiplier']),
          exchange: textOf(definition['listingExchange']),
          currency: textOf(definition['currency']),
        },
      ];
    })
    .sort((a, b) => a.expiry.localeCompare(b.expiry));
}

/** 20231215, number or text. */
const dayOf = (value: unknown): string | null => /^\d{8}$/.exec(textOf(value) ?? '')?.[0] ?? null;
