import type { Decimal } from '../../../shared/domain/decimal';
import { unknownText } from '../../format/number-text';
import { Change } from '../../ui/change';
import { Money, MoneyChange, type MoneyText } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import type { GridColumn } from '../../ui/grid-model';
import type { ExplainContext } from './explain-parts';
import type { PositionRow } from './position-row';
import { totalCell } from './position-totals';

export interface ColumnContext {
  readonly money: MoneyText;
  readonly amountsIn: 'base' | 'local';
  readonly base: string | null;
  readonly ratesAsOfMs: number | null;
  readonly netLiquidation: Decimal | null;
  readonly complete: boolean;
  readonly accountName: (id: string) => string;
}

export type PositionColumn = GridColumn<PositionRow>;
type Read<Value> = (row: PositionRow) => Value | null;
type Explain = (row: PositionRow, context: ExplainContext) => Explanation;
type More = Partial<PositionColumn>;

/** The kinds of columns a table of positions has; each figure sorts, copies and explains itself. */
export function columnKinds(given: ColumnContext) {
  const { money, amountsIn, base, complete } = given;
  const context: ExplainContext = given;
  const local = amountsIn === 'local';
  const raw = (value: Decimal | null): string => (value === null ? '' : money.hidden ? 'hidden' : value);
  const totals = { complete, context };

  const words = (id: string, header: string, width: number, text: Read<string>, more: More = {}) =>
    ({
      ...{ id, header, width, sortBy: text, text: (row) => text(row) ?? '' },
      cell: (row) => <span className="muted">{text(row) ?? unknownText}</span>,
      ...more,
    }) satisfies PositionColumn;

  const amount = (id: string, header: string, value: Read<Decimal>, explain: Explain, more: More = {}) =>
    ({
      ...{ id, header, width: 106, align: 'end', sortBy: value, text: (row) => raw(value(row)) },
      cell: (row) => <Money value={value(row)} />,
      explain: (row) => explain(row, context),
      ...more,
    }) satisfies PositionColumn;

  /** Shown in local or base currency as chosen; added up in the base currency always. */
  const gain = (
    id: string,
    header: string,
    [inOwn, inBase]: readonly [Read<Decimal>, Read<Decimal>],
    [ofOwn, ofBase]: readonly [Explain, Explain],
    more: More = {},
  ) => {
    const value = local ? inOwn : inBase;
    return {
      ...amount(id, header, value, local ? ofOwn : ofBase, more),
      hint: (row) => (local ? row.currency : base) ?? undefined,
      cell: (row) => <MoneyChange value={value(row)} />,
      total: totalCell(header, inBase, 'change', { ...totals, withFutures: true }),
    } satisfies PositionColumn;
  };

  const percent = (id: string, header: string, value: Read<Decimal>, explain: Explain, more: More = {}) =>
    ({
      ...{ id, header, width: 78, align: 'end', sortBy: value, text: (row) => value(row) ?? '' },
      cell: (row) => <Change value={value(row)} suffix="%" arrow={false} />,
      explain: (row) => explain(row, context),
      ...more,
    }) satisfies PositionColumn;

  return { words, amount, gain, percent, totals, context };
}
