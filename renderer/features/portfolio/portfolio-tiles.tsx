import type { ReactNode } from 'react';
import type { Decimal } from '../../../shared/domain/decimal';
import type { AccountPnl, PortfolioSummary } from '../../../shared/domain/portfolio';
import { compactText, numberText, percentText, shareText } from '../../format/number-text';
import { toneOf } from '../../format/tone';
import { Change } from '../../ui/change';
import { percentOf } from '../../format/percent-of';
import { dayPercent } from './position-figures';

/** The account in six figures: what it is worth, what it did, what it can do. */
export function PortfolioTiles({
  summary,
  pnl,
}: {
  readonly summary: PortfolioSummary;
  readonly pnl: AccountPnl | null;
}) {
  const netLiquidation = pnl?.netLiquidation ?? summary.netLiquidation;
  const dayPnl = pnl?.dayPnl ?? null;
  const excess = pnl?.excessLiquidity ?? summary.excessLiquidity;
  const day = dayPercent(dayPnl, netLiquidation);
  return (
    <dl className="tiles">
      <Tile
        name="Net liquidation"
        figure={numberText(netLiquidation, 2)}
        unit={summary.baseCurrency}
        below={<>Positions {compactText(summary.grossPositionValue)}</>}
      />
      <Tile
        name="Day"
        figure={<Change value={dayPnl} />}
        below={<span className={`tone-${toneOf(day)}`}>{percentText(day)}</span>}
      />
      <Tile
        name="Unrealised"
        figure={<Change value={pnl?.unrealizedPnl ?? null} />}
        below={<>{shareText(percentOf(pnl?.unrealizedPnl ?? null, netLiquidation))} of net liq</>}
      />
      <Tile
        name="Cash"
        figure={numberText(summary.totalCash, 2)}
        below={<>{shareText(percentOf(summary.totalCash, netLiquidation))} of net liq</>}
      />
      <Tile
        name="Buying power"
        figure={numberText(summary.buyingPower, 0)}
        below={<>Available {compactText(summary.availableFunds)}</>}
      />
      <Tile
        name="Maintenance margin"
        figure={numberText(summary.maintenanceMargin, 0)}
        below={<ExcessLine excess={excess} netLiquidation={netLiquidation} />}
      />
    </dl>
  );
}

function ExcessLine({
  excess,
  netLiquidation,
}: {
  readonly excess: Decimal | null;
  readonly netLiquidation: Decimal | null;
}) {
  return (
    <>
      Excess {compactText(excess)} · {shareText(percentOf(excess, netLiquidation), 0)}
    </>
  );
}

function Tile({
  name,
  figure,
  unit,
  below,
}: {
  readonly name: string;
  readonly figure: ReactNode;
  readonly unit?: string | null;
  readonly below: ReactNode;
}) {
  return (
    <div className="tile">
      <dt>{name}</dt>
      <dd className="tile-figure">
        {figure}
        {unit != null && <span className="unit">{unit}</span>}
      </dd>
      <dd className="tile-below">{below}</dd>
    </div>
  );
}
