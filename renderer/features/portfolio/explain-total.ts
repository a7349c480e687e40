import type { Decimal } from '../../../shared/domain/decimal';
import { numberText } from '../../format/number-text';
import type { Explanation } from '../../ui/explain';
import type { ExplainContext } from './explain-parts';
import type { PositionRow } from './position-row';

/** A sum over rows: what is in it, and what keeps it from being known. */
export function explainTotal(
  title: string,
  rows: ReadonlyArray<PositionRow>,
  value: (row: PositionRow) => Decimal | null,
  total: Decimal | null,
  excluded: string | null,
  { money, base, ratesAsOfMs }: ExplainContext,
): Explanation {
  const unknown = rows.filter((row) => value(row) === null);
  const named = [...new Set(unknown.map(({ symbol }) => symbol))].slice(0, 6).join(', ');
  return {
    title,
    value: `${money.amount(total)} ${base ?? ''}`,
    definition: 'The rows above added up in the base currency. With one part unknown the sum is unknown.',
    inputs: [
      { name: 'Rows', value: numberText(String(rows.length) as Decimal, 0) },
      ...(excluded === null ? [] : [{ name: 'Left out', value: excluded }]),
      ...(unknown.length === 0 ? [] : [{ name: 'Unknown', value: `${unknown.length}: ${named}` }]),
    ],
    source: 'sum over the positions shown',
    asOfMs: ratesAsOfMs,
    currency: base,
  };
}
