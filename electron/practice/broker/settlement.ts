import type { PracticeClock } from '../clock';
import type { Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { big, largest, zero, type Big } from '../money';
import { bookFill, type Account, type FillToBook, type Position } from './account';
import type { Broker } from './broker';
import type { EntryKind } from './entries';
import { isWorking, type Side } from './order';
import type { Rates } from './rates';

/** In the money by a cent is exercised (OCC's rule for automatic exercise). */
const exerciseFrom = big('0.01');

/**
 * What becomes of contracts on their last moment, as at IBKR: futures, options on indices and warrants are settled in
 * cash; options on shares deliver them at the strike, the premium going into their cost; options on futures deliver
 * the future at the strike while it lives on; bonds are paid back; everything else ends worthless. No commission.
 */
export function settleExpiries(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly broker: Broker;
  readonly rates: Rates;
  readonly accounts: readonly Account[];
}): () => void {
  const { market, clock, broker, rates, accounts } = deps;

  const lastOf = (instrument: Instrument, atMs: number) => big(market.quote(instrument, atMs - 1).last);

  const book = (
    account: Account,
    fill: Pick<FillToBook, 'instrument' | 'side' | 'quantity' | 'price' | 'kind' | 'basis'>,
    settled: 'expired' | 'delivered',
  ) => {
    const { instrument, side, quantity, price } = fill;
    bookFill(account, {
      ...fill,
      commission: zero,
      atMs: clock.now(),
      date: market.sessionDate(instrument),
      rate: rates.rate(instrument.currency),
    });
    broker.report({
      orderId: null,
      settled,
      account: account.id,
      instrument,
      side,
      quantity,
      price,
      commission: zero,
      netAmount: quantity
        .times(price)
        .times(instrument.multiplier)
        .div(instrument.secType === 'BOND' ? 100 : 1),
      exchange: instrument.exchange,
      atMs: clock.now(),
      clientId: null,
      positionAfter: account.positions.get(instrument.conid)?.quantity ?? zero,
      allocationName: null,
    });
  };
  /** Takes the whole position out at a price. */
  const close = (account: Account, held: Position, price: Big, kind: EntryKind, basis = zero) => {
    const side: Side = held.quantity.gt(0) ? 'SELL' : 'BUY';
    book(
      account,
      { instrument: held.instrument, side, quantity: held.quantity.abs(), price, kind, basis },
      'expired',
    );
  };

  /** The option goes out at nothing, shares come in or go out at the strike. */
  const deliver = (account: Account, held: Position, underlying: Instrument, strike: Big, call: boolean) => {
    const long = held.quantity.gt(0);
    const kind = long ? 'Exercise' : 'Assignment';
    // Of a future only its profit counts, so that the premium stays a loss of the option.
    const basis = underlying.secType === 'FUT' ? zero : held.cost;
    close(account, held, zero, kind, basis.times(-1));
    const units = held.quantity.abs().times(held.instrument.multiplier).div(underlying.multiplier);
    const side: Side = call === long ? 'BUY' : 'SELL';
    book(account, { instrument: underlying, side, quantity: units, price: strike, kind, basis }, 'delivered');
  };

  const settle = (account: Account, held: Position, atMs: number) => {
    const { instrument } = held;
    const { model } = instrument;
    if (instrument.secType === 'BOND') close(account, held, big(100), 'Redemption');
    else if (model.kind !== 'option') close(account, held, lastOf(instrument, atMs), 'Settlement');
    else {
      const underlying = market.catalogue.byConid(model.of);
      if (underlying === undefined) return;
      const spot = lastOf(underlying, atMs);
      const strike = big(model.strike);
      const inside = largest(zero, model.right === 'C' ? spot.minus(strike) : strike.minus(spot));
      if (inside.lt(exerciseFrom)) close(account, held, zero, 'Expiration');
      else if (isDeliverable(instrument, underlying, atMs))
        deliver(account, held, underlying, strike, model.right === 'C');
      else close(account, held, inside.times(model.perUnit ?? 1), 'Settlement');
    }
  };

  const settleAt = (atMs: number) => {
    const over = (instrument: Instrument) => (instrument.expiryMs ?? Infinity) <= atMs;
    for (const order of broker.orders()) {
      const { model } = order.instrument;
      const legs = model.kind === 'combo' ? model.legs.map((leg) => leg.instrument) : [order.instrument];
      if (isWorking(order) && legs.some(over)) broker.expire(order.id, 'The contract has expired');
    }
    for (const account of accounts) {
      for (const held of [...account.positions.values()])
        if (over(held.instrument) && !held.quantity.eq(0)) settle(account, held, atMs);
      for (const [name, { instrument }] of [...account.combos])
        if (instrument.model.kind === 'combo' && instrument.model.legs.some((leg) => over(leg.instrument)))
          account.combos.delete(name);
    }
  };

  const dates = new Set(
    market.catalogue.all.map((instrument) => instrument.expiryMs ?? 0).filter((ms) => ms > clock.now()),
  );
  const stops = [...dates]
    .sort((a, b) => a - b)
    .map((ms) => clock.after(ms - clock.now(), () => settleAt(ms)));
  return () => {
    for (const stop of stops) stop();
  };
}

/** Shares are delivered; a future is, unless it ends with its option; an index cannot be, and warrants pay cash. */
const isDeliverable = (option: Instrument, underlying: Instrument, atMs: number): boolean =>
  option.secType === 'OPT'
    ? underlying.secType === 'STK'
    : option.secType === 'FOP' && (underlying.expiryMs ?? Infinity) > atMs;
