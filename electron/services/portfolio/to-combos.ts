import { abs, compare, divide, toDecimal } from '../../../shared/domain/decimal';
import type { AccountId } from '../../../shared/domain/ids';
import { conidSchema } from '../../../shared/domain/ids';
import type { Combo, Combos } from '../../../shared/domain/combo';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/**
 * `/portfolio/{id}/combo/positions`: what was traded together and is still held so, its legs with their ratios and the
 * part of each holding that belongs to it. Source: recorded `combo-positions--ibkrdocs`, OpenAPI 2.29, read 2026-11.
 */
export const toCombos = (accountId: AccountId, wire: unknown, asOfMs: number): Combos => ({
  accountId,
  combos: recordsOf(wire).flatMap((row) => comboOf(row) ?? []),
  asOfMs,
});

/** A combination with a leg that cannot be read is none: half of one would be another thing. */
function comboOf(row: WireRecord): Combo | null {
  const held = new Map(recordsOf(row['positions']).map((leg) => [Number(leg['conid']), leg]));
  const wire = recordsOf(row['legs']);
  const legs = wire.flatMap((leg) => {
    const conid = conidSchema.safeParse(Number(leg['conid']));
    const ratio = toDecimal(leg['ratio']);
    if (!conid.success || ratio === null) return [];
    return [{ conid: conid.data, ratio, quantity: toDecimal(held.get(conid.data)?.['position']) }];
  });
  const name = textOf(row['name']) ?? textOf(row['description']);
  if (name === null || legs.length < 2 || legs.length !== wire.length) return null;
  const [first] = legs;
  const quantity =
    first === undefined || first.quantity === null ? null : divide(first.quantity, first.ratio, 8);
  return { name, quantity, legs: [...legs].sort((a, b) => compare(abs(a.ratio), abs(b.ratio))) };
}
