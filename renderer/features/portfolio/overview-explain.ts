import type { Decimal } from '../../../shared/domain/decimal';
import { percentText, priceText, shareText } from '../../format/number-text';
import { percentOf } from '../../format/percent-of';
import type { MoneyText } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import type { OverviewFigures } from './consolidated';
import { dayPercent } from './position-row';

export type OverviewName =
  | 'netLiquidation'
  | 'dayPnl'
  | 'unrealizedPnl'
  | 'realizedPnl'
  | 'cash'
  | 'buyingPower'
  | 'maintenanceMargin'
  | 'grossPositionValue';

interface Words {
  readonly title: string;
  readonly definition: string;
  readonly source: string;
  readonly live?: boolean;
  readonly signed?: boolean;
}

const summary = 'IBKR /portfolio/{account}/summary';
const live = 'websocket spl';

const words: Readonly<Record<OverviewName, Words>> = {
  netLiquidation: {
    title: 'Net liquidation',
    definition: 'What the account is worth: cash and the market value of everything held, shorts subtracted.',
    source: `${live} · nl, else ${summary} · netliquidation`,
    live: true,
  },
  dayPnl: {
    title: 'Day P&L',
    definition:
      'How far net liquidation moved since the prior close, deposits apart. IBKR counts exchange rates in.',
    source: `${live} · dpl`,
    ...{ live: true, signed: true },
  },
  unrealizedPnl: {
    title: 'Unrealised P&L',
    definition: 'What closing every position now would earn or lose against its average cost.',
    source: `${live} · upl, else IBKR /portfolio/{account}/ledger · BASE · unrealizedpnl`,
    ...{ live: true, signed: true },
  },
  realizedPnl: {
    title: 'Realised P&L',
    definition:
      'Earned or lost by closing trades of IBKR’s accounting day; the hour at which it turns varies.',
    source: 'IBKR /portfolio/{account}/ledger · BASE · realizedpnl',
    signed: true,
  },
  cash: {
    title: 'Cash',
    definition: 'Cash in all currencies, borrowed money subtracted, in the base currency.',
    source: `${summary} · totalcashvalue`,
  },
  buyingPower: {
    title: 'Buying power',
    definition:
      'How much stock could be bought with margin. Of several accounts there is none: each buys for itself.',
    source: `${summary} · buyingpower`,
  },
  maintenanceMargin: {
    title: 'Maintenance margin',
    definition:
      'The equity the positions need. Excess liquidity is what is left above it; at zero IBKR liquidates.',
    source: `${summary} · maintmarginreq; ${live} · uel, else ${summary} · excessliquidity`,
  },
  grossPositionValue: {
    title: 'Gross position value',
    definition: 'Market value of longs and shorts, both as sizes. Futures are not part of it.',
    source: `${summary} · grosspositionvalue`,
  },
};

/** How a tile's figure came about. */
export function explainOverview(
  name: OverviewName,
  figures: OverviewFigures,
  value: Decimal | null,
  asOfMs: number | null,
  money: MoneyText,
): Explanation {
  const { title, definition, source, live: isLive = false, signed = false } = words[name];
  const share = { name: 'Of net liquidation', value: shareText(percentOf(value, figures.netLiquidation), 2) };
  const inputs: Explanation['inputs'] =
    name === 'dayPnl'
      ? [{ name: 'In per cent', value: percentText(dayPercent(value, figures.netLiquidation)) }]
      : name === 'maintenanceMargin'
        ? [
            { name: 'Excess liquidity', value: money.amount(figures.excessLiquidity) },
            {
              name: 'Cushion',
              value: shareText(percentOf(figures.excessLiquidity, figures.netLiquidation), 2),
            },
          ]
        : name === 'netLiquidation'
          ? []
          : [share];
  return {
    ...{ title, definition, source, inputs },
    value: `${signed ? money.signed(value) : money.amount(value)} ${figures.baseCurrency ?? ''}`,
    asOfMs: isLive ? (figures.liveMs ?? asOfMs) : asOfMs,
    currency: figures.baseCurrency,
    ...(figures.accounts > 1
      ? { formula: `sum over ${figures.accounts} accounts, in the first one’s base currency` }
      : {}),
    ...(figures.rates.length > 0
      ? {
          rate: figures.rates
            .map(({ currency, rate }) =>
              rate === null
                ? `none for ${currency} in IBKR’s ledgers`
                : `1 ${currency} = ${priceText(rate, null)} ${figures.baseCurrency ?? ''}, IBKR’s ledger`,
            )
            .join('; '),
        }
      : {}),
    ...(value === null ? { caution: 'Not known: IBKR has not sent it, or not of every account.' } : {}),
  };
}
