import { abs, compare, type Decimal, sign } from '../../../shared/domain/decimal';
import type { Combo } from '../../../shared/domain/combo';
import { quantityText } from '../../format/number-text';
import { contractText } from './position-names';
import type { PositionRow } from './position-row';

export const notCombined = 'Not in a combination';

/**
 * The combination each contract of one account stands in, in words: "AAPL +1 15 Jan 27 250 C −1 15 Jan 27 260 C". A
 * contract of several stands under all of them; where more is held than the combination needs, the name says so.
 */
export function comboNames(
  combos: ReadonlyArray<Combo>,
  rows: ReadonlyArray<PositionRow>,
): ReadonlyMap<number, string> {
  const byConid = new Map(rows.map((row) => [row.conid as number, row]));
  const names = new Map<number, string[]>();
  for (const combo of combos) {
    const name = nameOf(combo, byConid);
    for (const { conid, quantity } of combo.legs) {
      const held = byConid.get(conid)?.quantity ?? null;
      const part = held !== null && quantity !== null && compare(abs(held), abs(quantity)) > 0;
      names.set(conid, [...(names.get(conid) ?? []), part ? `${name}, and more` : name]);
    }
  }
  return new Map([...names].map(([conid, own]) => [conid, [...new Set(own)].join(' / ')]));
}

function nameOf({ legs }: Combo, rows: ReadonlyMap<number, PositionRow>): string {
  const symbols = [...new Set(legs.map(({ conid }) => rows.get(conid)?.symbol ?? `conid ${conid}`))];
  const [only] = symbols.length === 1 ? symbols : [];
  const parts = legs.map(({ conid, ratio }) => {
    const row = rows.get(conid);
    const contract = row === undefined ? '' : contractText(row);
    const what =
      only !== undefined && contract !== '' ? contract : `${row?.symbol ?? `conid ${conid}`} ${contract}`;
    return `${signed(ratio)} ${what.trim()}`;
  });
  return [only, ...parts].filter((part) => part !== undefined).join(' ');
}

const signed = (ratio: Decimal): string =>
  sign(ratio) > 0 ? `+${quantityText(ratio)}` : quantityText(ratio);
