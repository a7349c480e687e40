import type { Decimal } from '../../../shared/domain/decimal';
import { percentText, priceText, shareText, signedText } from '../../format/number-text';
import type { Explanation } from '../../ui/explain';
import {
  common,
  type Explain,
  type ExplainContext,
  listOf,
  markInput,
  multiplierInput,
  quantityInput,
  rateOf,
} from './explain-parts';
import { quoteUnit } from './position-names';
import type { PositionRow } from './position-row';

const inBase =
  (
    title: string,
    local: (row: PositionRow) => Decimal | null,
    value: (row: PositionRow) => Decimal | null,
  ): Explain =>
  (row, context) => ({
    ...common(row, context),
    ...rateOf(row, context),
    title,
    value: context.money.amount(value(row)),
    currency: context.base,
    definition: 'The amount in the account’s base currency.',
    formula: 'amount × exchange rate',
    inputs: [{ name: 'Amount', value: `${context.money.amount(local(row))} ${row.currency ?? ''}` }],
    source: `${listOf(row)} and /portfolio/{account}/ledger · exchangerate`,
  });

/** How each figure of a position came about. */
export const explainPosition = {
  quantity: (row, context) => ({
    ...common(row, context),
    asOfMs: row.listMs,
    currency: null,
    title: 'Quantity',
    value: context.money.quantity(row.quantity),
    definition: 'What the account holds of this contract; negative is short.',
    source: `${listOf(row)} · position`,
  }),
  last: (row, context) => ({
    ...common(row, context),
    title: 'Last',
    value: `${priceText(row.marketPrice, null)} ${row.currency ?? ''}`,
    definition:
      row.liveMs === null
        ? 'IBKR’s mark for this position: no live price streams for it here now.'
        : `The last traded price, streamed${quoteUnit(row) === 'GBX' ? '; London quotes pence (GBX), a hundredth of a pound' : ''}.`,
    source: row.liveMs === null ? `${listOf(row)} · marketPrice` : 'websocket smd · field 31',
  }),
  averageCost: (row, context) => ({
    ...common(row, context),
    asOfMs: row.listMs,
    title: 'Average cost',
    value: `${context.money.amount(row.averageCost)} ${row.currency ?? ''}`,
    definition: 'What one contract cost on average, commissions included and times its multiplier.',
    source: `${listOf(row)} · avgCost`,
  }),
  averagePrice: (row, context) => ({
    ...common(row, context),
    asOfMs: row.listMs,
    title: 'Average price',
    value: `${context.money.amount(row.averagePrice, 4)} ${row.currency ?? ''}`,
    definition: 'What one unit of price cost on average: the average cost without the multiplier.',
    source: `${listOf(row)} · avgPrice`,
  }),
  value: (row, context) => ({
    ...common(row, context),
    title: 'Market value',
    value: `${context.money.amount(row.marketValue)} ${row.currency ?? ''}`,
    definition: 'What the position is worth at the price shown, in its own currency.',
    ...(row.liveMs === null ? {} : { formula: 'quantity × live price × multiplier' }),
    inputs: [quantityInput(row, context), markInput(row), ...multiplierInput(row)],
    source: row.liveMs === null ? `${listOf(row)} · marketValue` : `websocket smd · field 31, ${listOf(row)}`,
  }),
  valueBase: inBase(
    'Market value in base currency',
    (row) => row.marketValue,
    (row) => row.marketValueBase,
  ),
  day: (row, context) => ({
    ...common(row, context),
    ...rateOf(row, context),
    title: 'Day P&L',
    value: `${context.money.signed(row.dayPnl)} ${row.currency ?? ''}`,
    definition:
      'Result since the prior close: what was held then moved from it to the price shown, what was traded today counts from its own price, commissions included.',
    formula: 'value now − value of the earlier holding at the prior close − cost of today’s trades',
    inputs: [
      markInput(row),
      { name: 'Prior close', value: priceText(row.previousClose, null) },
      quantityInput(row, context),
      ...multiplierInput(row),
      { name: 'In per cent', value: percentText(row.dayPercent) },
    ],
    source:
      'websocket smd · fields 31 and 7741; executions of /iserver/account/trades since midnight in New York',
    ...(row.dayPnl === null
      ? { caution: 'Not known: the prior close, the executions of today or the multiplier is missing.' }
      : {}),
  }),
  unrealized: (row, context) => ({
    ...common(row, context),
    title: 'Unrealised P&L',
    value: `${context.money.signed(row.unrealizedPnl)} ${row.currency ?? ''}`,
    definition: 'What closing the position at the price shown would earn or lose against its average cost.',
    formula: 'market value − average cost × quantity',
    inputs: [
      { name: 'Market value', value: context.money.amount(row.marketValue) },
      { name: 'Average cost', value: context.money.amount(row.averageCost) },
      quantityInput(row, context),
      { name: 'In per cent', value: percentText(row.unrealizedPercent) },
    ],
    source:
      row.liveMs === null
        ? `${listOf(row)} · unrealizedPnl`
        : `${listOf(row)} · unrealizedPnl, carried on by the live price`,
  }),
  unrealizedBase: inBase(
    'Unrealised P&L in base currency',
    (row) => row.unrealizedPnl,
    (row) => row.unrealizedPnlBase,
  ),
  realizedBase: inBase(
    'Realised P&L in base currency',
    (row) => row.realizedPnl,
    (row) => row.realizedPnlBase,
  ),
  dayBase: inBase(
    'Day P&L in base currency',
    (row) => row.dayPnl,
    (row) => row.dayPnlBase,
  ),
  change: (row, context) => ({
    ...common(row, context),
    title: 'Change',
    value: `${signedText(row.change, 2)} (${percentText(row.changePercent)})`,
    definition: 'How far the last price is from the prior close, as the exchange’s quote says it.',
    inputs: [{ name: 'Prior close', value: priceText(row.previousClose, null) }],
    currency: quoteUnit(row),
    source: 'websocket smd · fields 82 and 83',
    ...(row.change === null ? { caution: 'Not known: no quote streams for this contract here now.' } : {}),
  }),
  realized: (row, context) => ({
    ...common(row, context),
    asOfMs: row.listMs,
    title: 'Realised P&L',
    value: `${context.money.signed(row.realizedPnl)} ${row.currency ?? ''}`,
    definition:
      'Earned or lost by closing trades of IBKR’s accounting day; the hour at which it turns varies.',
    source: `${listOf(row)} · realizedPnl`,
  }),
} as const satisfies Readonly<Record<string, Explain>>;

/** Share of net liquidation. */
export const explainWeight = (
  row: PositionRow,
  weight: Decimal | null,
  netLiquidation: Decimal | null,
  context: ExplainContext,
): Explanation => ({
  ...common(row, context),
  ...rateOf(row, context),
  title: 'Weight',
  value: shareText(weight),
  definition:
    'The position’s market value in the base currency as a share of net liquidation; a future shows its notional value.',
  formula: 'market value in base ÷ net liquidation',
  inputs: [
    { name: 'Market value', value: `${context.money.amount(row.marketValueBase)} ${context.base ?? ''}` },
    { name: 'Net liquidation', value: `${context.money.amount(netLiquidation)} ${context.base ?? ''}` },
  ],
  currency: context.base,
  source: `${listOf(row)}, /portfolio/{account}/summary · netliquidation`,
});
