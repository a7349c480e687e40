import type { ReactNode } from 'react';
import { type Decimal, subtract, toChartNumber } from '../../../shared/domain/decimal';
import { percentText, shareText } from '../../format/number-text';
import { percentOf } from '../../format/percent-of';
import { toneOf } from '../../format/tone';
import type { DayPoint } from '../../live/pnl-feed';
import { Money, MoneyChange, useMoney } from '../../ui/discreet';
import { Explained } from '../../ui/explain';
import { Sparkline } from '../../ui/sparkline';
import { ClassBar } from './class-bar';
import type { OverviewFigures } from './consolidated';
import { explainOverview, type OverviewName } from './overview-explain';
import { dayPercent, type PositionRow } from './position-row';

/** The account in eight figures: what it is worth, what it did, what it can do. Each explains itself when pressed. */
export function PortfolioTiles({
  figures,
  ledgerMs,
  path,
  rows,
}: {
  readonly figures: OverviewFigures;
  /** When the ledger was read. */
  readonly ledgerMs: number | null;
  readonly path: ReadonlyArray<DayPoint>;
  /** `null` while not every holding is known. */
  readonly rows: ReadonlyArray<PositionRow> | null;
}) {
  const money = useMoney();
  const { netLiquidation, dayPnl, baseCurrency } = figures;
  const day = dayPercent(dayPnl, netLiquidation);
  const before =
    dayPnl === null || netLiquidation === null ? null : toChartNumber(subtract(netLiquidation, dayPnl));
  const ofNet = (value: Decimal | null): ReactNode => (
    <>{shareText(percentOf(value, netLiquidation))} of net liq</>
  );
  const tile = (
    name: OverviewName,
    title: string,
    value: Decimal | null,
    below: ReactNode,
    look: 'amount' | 'change' = 'amount',
    places = 2,
  ): ReactNode => (
    <div className={`tile tile-${name}`} key={name}>
      <dt>{title}</dt>
      <dd className="tile-figure">
        <Explained
          explain={() =>
            explainOverview(
              name,
              figures,
              value,
              name === 'realizedPnl' ? ledgerMs : figures.summaryMs,
              money,
            )
          }
        >
          {look === 'change' ? <MoneyChange value={value} /> : <Money value={value} places={places} />}
          {name === 'netLiquidation' && baseCurrency !== null && <span className="unit">{baseCurrency}</span>}
        </Explained>
      </dd>
      <dd className="tile-below">{below}</dd>
    </div>
  );

  return (
    <dl className="tiles">
      {tile(
        'netLiquidation',
        'Net liquidation',
        netLiquidation,
        path.length > 1 ? (
          <Sparkline values={path.map((point) => toChartNumber(point.netLiquidation))} base={before} />
        ) : (
          <>Drawn from now on</>
        ),
      )}
      {tile(
        'dayPnl',
        'Day P&L',
        dayPnl,
        <span className={`tone-${toneOf(day)}`}>{percentText(day)}</span>,
        'change',
      )}
      {tile('unrealizedPnl', 'Unrealised', figures.unrealizedPnl, ofNet(figures.unrealizedPnl), 'change')}
      {tile('realizedPnl', 'Realised', figures.realizedPnl, <>Accounting day</>, 'change')}
      {tile('cash', 'Cash', figures.cash, ofNet(figures.cash))}
      {tile(
        'buyingPower',
        'Buying power',
        figures.buyingPower,
        <>
          Available <Money value={figures.availableFunds} as="compact" />
        </>,
        'amount',
        0,
      )}
      {tile(
        'maintenanceMargin',
        'Maint. margin',
        figures.maintenanceMargin,
        <>
          Excess <Money value={figures.excessLiquidity} as="compact" /> ·{' '}
          {shareText(percentOf(figures.excessLiquidity, netLiquidation), 0)}
        </>,
        'amount',
        0,
      )}
      {tile(
        'grossPositionValue',
        'Positions',
        figures.grossPositionValue,
        <ClassBar rows={rows} />,
        'amount',
        0,
      )}
    </dl>
  );
}
