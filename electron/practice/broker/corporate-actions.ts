import type { PracticeClock } from '../clock';
import type { Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { zero, type Big } from '../money';
import type { Random } from '../random';
import { post, type Account } from './account';
import type { Books } from './books';
import type { Broker } from './broker';

export interface CorporateActions {
  /** More shares, lower prices of all times, open orders cancelled. */
  readonly split: (instrument: Instrument, ratio: number) => void;
  /** A special dividend: ex at once, paid after `payInMs`. */
  readonly dividend: (
    instrument: Instrument,
    terms: { readonly perUnit: Big; readonly payInMs: number; readonly withheldPercent: number },
  ) => void;
}

/** What a company does to its holders, said to every client in a `blt`. */
export function createCorporateActions(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly random: Random;
  readonly broker: Broker;
  readonly books: Books;
  readonly accounts: readonly Account[];
  readonly announce: (message: unknown) => void;
}): CorporateActions {
  const { market, clock, random, broker, books, accounts } = deps;
  const tell = (message: string) =>
    deps.announce({
      topic: 'blt',
      args: [{ id: random.integer(2 ** 31), exchanges: null, message: `[Simulated] ${message}` }],
    });

  const splitHolding = (account: Account, instrument: Instrument, ratio: number) => {
    const { conid } = instrument;
    account.splits.push({ conid, atMs: clock.now(), ratio });
    const held = account.positions.get(conid);
    if (held === undefined) return;
    const quantity = held.quantity.times(ratio);
    const day = { ...held.day, quantity: held.day.quantity.times(ratio) };
    account.positions.set(conid, { ...held, quantity, day });
    post(account, {
      kind: 'Corporate Action',
      atMs: clock.now(),
      instrument,
      currency: instrument.currency,
      quantity: quantity.minus(held.quantity),
      price: null,
      amount: zero,
      commission: zero,
      realized: zero,
      rate: zero.plus(1),
      cash: [],
    });
  };

  return {
    split: (instrument, ratio) => {
      for (const order of broker.orders())
        if (order.instrument.conid === instrument.conid) broker.cancel(order.id);
      market.split(instrument, ratio);
      for (const account of accounts) splitHolding(account, instrument, ratio);
      tell(`${instrument.symbol} ${ratio} for 1 split`);
    },
    dividend: (instrument, { perUnit, payInMs, withheldPercent }) => {
      const exMs = clock.now();
      const payMs = exMs + payInMs;
      for (const account of accounts)
        books.goEx(account, { instrument, perUnit, exMs, payMs, withheldPercent });
      market.goEx(instrument, Number(perUnit.times(instrument.magnifier).toFixed()));
      clock.after(payInMs, () => {
        for (const account of accounts) books.payDue(account, payMs);
      });
      tell(`${instrument.symbol} dividend of ${perUnit.toFixed()} ${instrument.currency} per share`);
    },
  };
}
