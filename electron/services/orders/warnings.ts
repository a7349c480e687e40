import { compare, divide, multiply, toFixed, type Decimal } from '../../../shared/domain/decimal';
import { aggressivePercent } from '../../../shared/domain/order-rules';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderEffect, OrderWarning } from '../../../shared/domain/order-preview';
import { markedPrice } from '../../../shared/domain/price-unit';
import type { Quote } from '../../../shared/domain/quote';
import type { TradingLimits } from '../../../shared/domain/trading-limits';
import type { AccountWorth } from './ports';
import { sizeWarnings, type SizeFacts } from './size-warnings';

/** What the checks look at; built by the preview. */
export interface WarningFacts {
  readonly draft: OrderDraft;
  readonly symbol: string;
  readonly currency: string | null;
  /** "GBX": the unit of its prices where that is not `currency`. */
  readonly priceUnit: string | null;
  readonly quote: Quote | null;
  readonly notional: Decimal | null;
  readonly worth: AccountWorth | null;
  readonly effect: OrderEffect;
  readonly sizes: SizeFacts;
  readonly nowMs: number;
}

const soft = (id: string, text: string): OrderWarning => ({ id, severity: 'soft', text });
const hard = (id: string, text: string): OrderWarning => ({ id, severity: 'hard', text });
/** Far over a limit a tick is not enough: the quantity is typed once more (ORDER_ENTRY §5.2, tier 3). */
const over2 = (id: string, text: string, far: boolean): OrderWarning => ({
  id,
  severity: far ? 'typed' : 'soft',
  text,
});

/** The local fat-finger checks. Soft ones are ticked off one by one; hard ones cannot be sent. ORDER_ENTRY §7. */
export const orderWarnings = (facts: WarningFacts, limits: TradingLimits): OrderWarning[] => [
  ...quoteWarnings(facts),
  ...priceWarnings(facts, limits),
  ...stopWarnings(facts),
  ...marketWarnings(facts),
  ...valueWarnings(facts, limits),
  ...sizeWarnings(facts, limits),
  ...effectWarnings(facts),
];

/** The price this side would meet: ask for a buyer, bid for a seller, else the last one. */
export function referencePrice(draft: OrderDraft, quote: Quote | null): Decimal | null {
  if (quote === null) return null;
  return (draft.side === 'BUY' ? quote.ask : quote.bid) ?? quote.last;
}

const oldAfterMs = 5_000;
/** Nobody knows what a market order would meet after this long without a price. */
const tooOldForMarketMs = 60_000;
/** A market order across a spread this wide is one in an illiquid contract. */
const illiquidPercent = 3;

function quoteWarnings({ draft, symbol, quote, nowMs }: WarningFacts): OrderWarning[] {
  if (quote === null || referencePrice(draft, quote) === null)
    return [
      soft('no-quote', `There is no price for ${symbol}: the order cannot be checked against the market.`),
    ];
  const warnings: OrderWarning[] = [];
  if (quote.availability !== 'live')
    warnings.push(soft('quote-not-live', `Prices for ${symbol} are not live (${quote.availability}).`));
  const ageMs = nowMs - quote.asOfMs;
  // A frozen price is that of the close, and says so above: its age is no sign of anything.
  if (ageMs > oldAfterMs && !quote.availability.startsWith('frozen')) {
    const text = `The latest price for ${symbol} is ${Math.floor(ageMs / 1_000)} seconds old.`;
    const blind = draft.orderType === 'MKT' && ageMs > tooOldForMarketMs && quote.lastMark !== 'close';
    warnings.push(
      blind
        ? hard('quote-old', `${text} A market order could fill at any price; a limit order names yours.`)
        : soft('quote-old', text),
    );
  }
  if (quote.lastMark === 'halted') {
    const text = `Trading in ${symbol} is halted.`;
    warnings.push(draft.orderType === 'MKT' ? hard('halted', text) : soft('halted', text));
  }
  return warnings;
}

function priceWarnings(
  { draft, symbol, quote, priceUnit }: WarningFacts,
  limits: TradingLimits,
): OrderWarning[] {
  const reference = referencePrice(draft, quote);
  if (draft.limitPrice === null || reference === null) return [];
  const percent = aggressivePercent(draft.side, draft.limitPrice, reference);
  if (percent === null) return [];
  const relation = draft.side === 'BUY' ? 'above' : 'below';
  const text = `Your limit ${markedPrice(draft.limitPrice, priceUnit)} is ${toFixed(percent, 1)} % ${relation} the market for ${symbol} (${markedPrice(reference, priceUnit)}).`;
  if (over(percent, limits.priceHardPercent)) return [hard('price-too-far', text)];
  const far = over(percent, 2 * limits.priceSoftPercent);
  return over(percent, limits.priceSoftPercent) ? [over2('price-far', text, far)] : [];
}

/** On the waiting side distance is the point of a limit: said, not asked. IBKR will ask anyway (o163). */
export function passiveNote({ draft, quote }: Pick<WarningFacts, 'draft' | 'quote'>): string | null {
  const reference = referencePrice(draft, quote);
  if (draft.orderType !== 'LMT' || draft.limitPrice === null || reference === null) return null;
  const percent = aggressivePercent(draft.side, draft.limitPrice, reference);
  if (percent === null || compare(percent, '-3' as Decimal) >= 0) return null;
  const relation = draft.side === 'BUY' ? 'below' : 'above';
  return `Your limit is ${toFixed(percent.slice(1) as Decimal, 1)} % ${relation} the market: it waits, and IBKR will probably ask about it.`;
}

function stopWarnings({ draft, quote, priceUnit }: WarningFacts): OrderWarning[] {
  const last = quote?.last ?? null;
  if (draft.stopPrice === null || last === null) return [];
  const order = compare(draft.stopPrice, last);
  if (draft.side === 'BUY' ? order > 0 : order < 0) return [];
  const side = draft.side === 'BUY' ? 'A buy stop belongs above' : 'A sell stop belongs below';
  return [
    soft(
      'stop-wrong-side',
      `${side} the market: at ${markedPrice(draft.stopPrice, priceUnit)} (last ${markedPrice(last, priceUnit)}) it triggers at once.`,
    ),
  ];
}

function marketWarnings({ draft, symbol, quote, priceUnit }: WarningFacts): OrderWarning[] {
  if (draft.orderType !== 'MKT') return [];
  const warnings: OrderWarning[] = [];
  if (draft.outsideRth)
    warnings.push(hard('market-outside-rth', 'Market orders outside regular hours can fill at any price.'));
  const { bid, ask } = quote ?? { bid: null, ask: null };
  if (bid === null || ask === null) return warnings;
  const spread = aggressivePercent('BUY', ask, bid);
  if (spread !== null && over(spread, 1))
    warnings.push(
      over2(
        'wide-spread',
        `The spread of ${symbol} is ${toFixed(spread, 1)} % (${bid} – ${markedPrice(ask, priceUnit)}).`,
        over(spread, illiquidPercent),
      ),
    );
  return warnings;
}

function valueWarnings(
  { notional, worth, currency, effect }: WarningFacts,
  limits: TradingLimits,
): OrderWarning[] {
  if (notional === null) return [];
  const money = `${grouped(toFixed(notional, 2))} ${currency ?? ''}`.trim();
  const rate = worth?.rateToBase ?? null;
  if (rate === null)
    return [
      soft('value-unchecked', `${money} cannot be compared with your limits: no exchange rate is known.`),
    ];
  const value = multiply(notional, rate);
  const share =
    worth?.netLiquidation == null ? null : divide(multiply(value, '100' as Decimal), worth.netLiquidation, 4);
  const shrinks = effect === 'reduces' || effect === 'closes';
  if (limits.valueHard !== null && compare(value, limits.valueHard) > 0)
    return [
      hard(
        'value-over-cap',
        `${money} is above your cap of ${limits.valueHard} ${worth?.baseCurrency ?? ''}.`,
      ),
    ];
  if (!shrinks && share !== null && over(share, limits.valueHardPercentOfWorth))
    return [hard('value-too-large', `${money} is ${toFixed(share, 1)} % of your net liquidation value.`)];
  const warnings: OrderWarning[] = [];
  if (compare(value, limits.valueSoft) > 0)
    warnings.push(
      over2(
        'value-large',
        `${money} is above your limit of ${grouped(limits.valueSoft)} ${worth?.baseCurrency ?? ''}.`,
        compare(value, multiply(limits.valueSoft, '2' as Decimal)) > 0,
      ),
    );
  else if (!shrinks && share !== null && over(share, limits.valueSoftPercentOfWorth))
    warnings.push(soft('value-share', `${money} is ${toFixed(share, 1)} % of your net liquidation value.`));
  return warnings;
}

function effectWarnings({ effect, symbol, draft }: WarningFacts): OrderWarning[] {
  if (effect === 'flips')
    return [
      soft(
        'flips',
        draft.side === 'SELL'
          ? `This sells more ${symbol} than you hold, working orders included, and opens a short position.`
          : `This buys back more ${symbol} than you are short, working orders included, and opens a long position.`,
      ),
    ];
  if (effect === 'opens' && draft.side === 'SELL')
    return [soft('opens-short', `You hold no ${symbol}: this opens a short position.`)];
  return effect === 'unknown'
    ? [
        soft(
          'position-unknown',
          draft.allocation == null
            ? `Your position in ${symbol} is not known, so the effect of the order is not either.`
            : `The order is split over several accounts: what it does to their positions in ${symbol} is not checked.`,
        ),
      ]
    : [];
}

/** An exit that sleeps while its entry can fill leaves the position bare. Source: ORDER_ENTRY §3.4. */
export function exitWarnings({ outsideRth, tif, takeProfit, stopLoss }: OrderDraft): OrderWarning[] {
  const warnings: OrderWarning[] = [];
  if (outsideRth && stopLoss?.outsideRth === false)
    warnings.push(
      soft('exit-hours', 'Your stop is inactive outside regular hours, when the entry may already fill.'),
    );
  if (tif === 'GTC' && [takeProfit, stopLoss].some((exit) => exit?.tif === 'DAY'))
    warnings.push(soft('exit-ends-first', 'An exit ends today, while the entry may fill on a later day.'));
  return warnings;
}

/** "297,000.00". */
const grouped = (amount: Decimal): string => {
  const [whole = '', fraction] = amount.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
};

const over = (percent: Decimal, limit: number) => compare(percent, String(limit) as Decimal) > 0;
