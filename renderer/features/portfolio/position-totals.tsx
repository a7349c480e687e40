import type { ReactNode } from 'react';
import { type Decimal, sum } from '../../../shared/domain/decimal';
import { Money, MoneyChange } from '../../ui/discreet';
import { Explained } from '../../ui/explain';
import type { ExplainContext } from './explain-parts';
import { explainTotal } from './explain-total';
import type { PositionRow } from './position-row';

/** A future's value is no equity: it is not part of what the account is worth. */
export const isEquity = ({ assetClass }: PositionRow): boolean => assetClass !== 'FUT';

/**
 * A cell that adds rows up in the base currency. `complete` false: rows are missing, so no sum is known. Futures stay
 * out where a market value is added, in their results they count.
 */
export const totalCell =
  (
    title: string,
    value: (row: PositionRow) => Decimal | null,
    look: 'amount' | 'change',
    { complete, withFutures, context }: { complete: boolean; withFutures: boolean; context: ExplainContext },
  ) =>
  (rows: ReadonlyArray<PositionRow>): ReactNode => {
    const counted = withFutures ? rows : rows.filter(isEquity);
    const total = complete ? sum(counted.map(value)) : null;
    const futures = rows.length - counted.length;
    const excluded = !complete
      ? 'rows that could not be read'
      : futures > 0
        ? `${futures} ${futures === 1 ? 'future' : 'futures'}: notional value is no equity`
        : null;
    return (
      <Explained explain={() => explainTotal(title, counted, value, total, excluded, context)}>
        {look === 'amount' ? <Money value={total} /> : <MoneyChange value={total} />}
      </Explained>
    );
  };
