import { useMemo } from 'react';
import { abs, compare, type Decimal, sum, toChartNumber } from '../../../shared/domain/decimal';
import { shareText } from '../../format/number-text';
import { percentOf } from '../../format/percent-of';
import { classText } from './position-names';
import { isOpen, type PositionRow } from './position-row';
import { isEquity } from './position-totals';

interface Part {
  readonly name: string;
  readonly percent: Decimal | null;
}

/** Market value by asset class as one divided bar, the greatest first; its words are the greatest two and all in the tooltip. */
export function ClassBar({ rows }: { readonly rows: ReadonlyArray<PositionRow> | null }) {
  const parts = useMemo(() => (rows === null ? null : partsOf(rows)), [rows]);
  if (parts === null) return <>By class not known yet</>;
  const text = parts.map(({ name, percent }) => `${name} ${shareText(percent, 0)}`);
  return (
    <span className="class-parts" title={text.join(' · ')}>
      <span className="class-bar" aria-hidden="true">
        {parts.map(({ name, percent }) => (
          <i key={name} style={{ flexGrow: percent === null ? 0 : toChartNumber(percent) }} />
        ))}
      </span>
      {parts.length === 1 ? `All ${parts[0]?.name ?? ''}` : (text[0] ?? 'Nothing held')}
      <span className="hidden-text">{text.slice(1).join(', ')}</span>
    </span>
  );
}

function partsOf(rows: ReadonlyArray<PositionRow>): ReadonlyArray<Part> | null {
  const byClass = new Map<string, Decimal[]>();
  for (const row of rows.filter((candidate) => isOpen(candidate) && isEquity(candidate))) {
    if (row.marketValueBase === null) return null;
    const name = classText(row);
    const values = byClass.get(name);
    if (values === undefined) byClass.set(name, [abs(row.marketValueBase)]);
    else values.push(abs(row.marketValueBase));
  }
  const sums = [...byClass].map(([name, values]) => ({ name, value: sum(values) ?? ('0' as Decimal) }));
  const whole = sum(sums.map(({ value }) => value));
  return sums
    .sort((a, b) => compare(b.value, a.value))
    .map(({ name, value }) => ({ name, percent: percentOf(value, whole) }));
}
