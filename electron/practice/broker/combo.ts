import type { Catalogue } from '../market/catalogue';
import type { ComboLeg, Instrument } from '../market/instrument';
import { big, sum, type Big } from '../money';
import type { Market } from '../market/market';
import type { Fill } from './matching';
import type { Order, Side } from './order';

/** What one fill does to one contract; a combination has several. */
export interface LegFill {
  readonly instrument: Instrument;
  readonly side: Side;
  readonly quantity: Big;
  readonly price: Big;
}

/**
 * `"28812380;;;265598/1,8314/-1"`: the spread conid of the currency, then conid/ratio of each leg, negative to
 * sell (CPAPI `#combo-orders`, read 2026-11). Null when it is none or a leg is unknown.
 */
export function comboInstrument(catalogue: Catalogue, conidex: string): Instrument | null {
  const [, spread, legText = ''] = /^(\d+);;;(.+)$/.exec(conidex.split('@')[0] ?? '') ?? [];
  if (spread === undefined) return null;
  const legs: ComboLeg[] = [];
  for (const text of legText.split(',')) {
    const [, conid, ratioText] = /^(\d+)\/([+-]?\d+)$/.exec(text.trim()) ?? [];
    const instrument = catalogue.byConid(Number(conid));
    const ratio = Number(ratioText);
    if (instrument?.tradable !== true || ratio === 0 || Number.isNaN(ratio)) return null;
    legs.push({ instrument, ratio });
  }
  const [first] = legs;
  if (first === undefined || legs.length < 2) return null;
  if (legs.some((leg) => leg.instrument.currency !== first.instrument.currency)) return null;
  // Share legs beside options: the price is per share of the smaller contract.
  const multiplier = Math.min(...legs.map((leg) => leg.instrument.multiplier));
  return {
    ...first.instrument,
    conid: Number(spread),
    symbol: legs.map((leg) => leg.instrument.symbol).join('/'),
    localSymbol: legs.map((leg) => `${leg.ratio}*${leg.instrument.conid}`).join(' '),
    name: 'COMBO',
    secType: 'BAG',
    type: 'BAG',
    exchange: 'SMART',
    validExchanges: 'SMART',
    multiplier,
    increments: [{ lowerEdge: 0, increment: 0.01 }],
    model: { kind: 'combo', legs },
    hasOptions: false,
  };
}

export const legsOf = (instrument: Instrument): readonly ComboLeg[] =>
  instrument.model.kind === 'combo' ? instrument.model.legs : [];

/** The legs at the touch; what the net price differs from theirs (a forced fill) goes to the first leg. */
export function fillsOf(market: Market, order: Order, fill: Fill): LegFill[] {
  const { instrument, side } = order;
  const legs = legsOf(instrument);
  if (legs.length === 0) return [{ instrument, side, ...fill }];
  const buys = side === 'BUY';
  const parts = legs.map((leg) => {
    const bought = leg.ratio > 0 === buys;
    const quote = market.quote(leg.instrument);
    const weight = big(leg.ratio).times(leg.instrument.multiplier).div(instrument.multiplier);
    return { leg, bought, weight, price: big(bought ? quote.ask : quote.bid) };
  });
  const net = sum(parts.map(({ weight, price }) => weight.times(price)));
  return parts.map(({ leg, bought, weight, price }, index) => ({
    instrument: leg.instrument,
    side: bought ? 'BUY' : 'SELL',
    quantity: fill.quantity.times(Math.abs(leg.ratio)),
    price: index === 0 ? price.plus(fill.price.minus(net).div(weight)) : price,
  }));
}
