import type { TradingState } from '../../../shared/domain/trading';
import { numberText } from '../../format/number-text';

/** The day against its own limits, before anything is reached. */
export function TodayLine({ trading: { today, limits } }: { readonly trading: TradingState }) {
  return (
    <p className="today-line">
      <strong>{today.orders}</strong> of {limits.ordersPerDay} orders today
      {limits.dailyLoss !== null && (
        <>
          {' · '}
          {today.worstDayPnl === null ? (
            'day’s profit and loss not known yet'
          ) : (
            <>
              <strong>{numberText(today.worstDayPnl, 2)}</strong> today on {today.accountId}, limit −
              {numberText(limits.dailyLoss, 2)}
            </>
          )}
        </>
      )}
    </p>
  );
}
