import { bookFill, cashIn, valueOf, type Account } from '../broker/account';
import { commissionOf } from '../broker/commission';
import { dayStart, transfer, type Books } from '../broker/books';
import type { Rates } from '../broker/rates';
import { dateText } from '../market/calendar';
import { isDerivative, type Instrument } from '../market/instrument';
import type { Market } from '../market/market';
import { big, round, zero, type Big } from '../money';
import { hash } from '../random';
import type { AccountSetup } from './scenarios';

const dayLength = 86_400_000;
/** A little more than the longest period of the portfolio analyst. */
const ageDays = 400;

interface PlannedTrade {
  readonly atMs: number;
  readonly instrument: Instrument;
  readonly quantity: Big;
}

/**
 * Lets an account become what its scenario says: deposits, purchases at prices the market really had,
 * dividends, interest, and yesterday a transfer that leaves exactly the scenario's cash.
 */
export function liveThroughPast(
  deps: { readonly market: Market; readonly books: Books; readonly rates: Rates },
  account: Account,
  setup: AccountSetup,
  nowMs: number,
): void {
  const { market, books, rates } = deps;
  const today = dayStart(nowMs);
  const opened = today - (setup.positions.length === 0 ? 3 : ageDays) * dayLength;
  account.openedMs = opened;
  const planned = setup.positions.flatMap(([which, quantity, paidPercent], index) => {
    const instrument = typeof which === 'number' ? market.catalogue.byConid(which) : which(market);
    return instrument === undefined
      ? []
      : index < (setup.longHeld ?? Infinity)
        ? plan(market, instrument, quantity, paidPercent, today, index)
        : planLately(market, instrument, quantity, today, index);
  });
  const trades = [...planned].sort((a, b) => a.atMs - b.atMs);

  for (const [currency, amount] of firstDeposits(market, trades, setup)) {
    const later = currency === 'USD' && amount.gt(0) ? round(amount.times('0.1'), 0) : zero;
    transfer(account, rates, currency, amount.minus(later), opened + 10 * 3_600_000);
    transfer(account, rates, currency, later, today - 95 * dayLength + 10 * 3_600_000);
  }
  account.entries.sort((a, b) => a.atMs - b.atMs);
  // The second deposit is in the cash from the start: a little more interest than it would have earned.
  let next = 0;
  for (let day = opened + dayLength; day <= today; day += dayLength) {
    for (; (trades[next]?.atMs ?? Infinity) < day; next++) {
      const trade = trades[next];
      if (trade !== undefined) settle(market, rates, account, trade);
    }
    books.startDay(account, day);
  }
  for (const [currency, wanted] of Object.entries(setup.cash))
    transfer(account, rates, currency, big(wanted).minus(cashIn(account, currency)), today - dayLength / 2);
  account.entries.sort((a, b) => a.atMs - b.atMs);
  sortAsListed(
    account,
    planned.map(({ instrument }) => instrument.conid),
  );
}

/** Rows come as the scenario lists them, not as they were bought. */
function sortAsListed(account: Account, conids: readonly number[]): void {
  const held = new Map(account.positions);
  account.positions.clear();
  for (const conid of new Set([...conids, ...held.keys()])) {
    const position = held.get(conid);
    if (position !== undefined) account.positions.set(conid, position);
  }
}

/** What has to be paid in so that the planned trades leave the scenario's cash, dividends and interest apart. */
function firstDeposits(market: Market, trades: readonly PlannedTrade[], setup: AccountSetup) {
  const needed = new Map(Object.entries(setup.cash).map(([currency, amount]) => [currency, big(amount)]));
  for (const { instrument, quantity, atMs } of trades) {
    if (instrument.secType === 'FUT') continue;
    const value = valueOf(instrument, quantity, big(market.quote(instrument, atMs).last));
    needed.set(instrument.currency, (needed.get(instrument.currency) ?? zero).plus(value));
  }
  return [...needed].map(([currency, amount]) => [currency, round(amount, 0)] as const);
}

/** The purchase, and for some holdings a part more that was sold again since. */
function plan(
  market: Market,
  instrument: Instrument,
  quantity: number,
  paidPercent: number,
  today: number,
  index: number,
): PlannedTrade[] {
  const [oldest, newest] = isDerivative(instrument) ? [40, 8] : [380, 100];
  const wanted = market.priorClose(instrument) * (1 + paidPercent / 100);
  let best = { atMs: today - newest * dayLength, distance: Infinity };
  for (let ago = oldest; ago >= newest; ago -= 7) {
    const atMs = tradingTime(market, instrument, today - ago * dayLength, index);
    const distance = Math.abs(market.quote(instrument, atMs).last - wanted);
    if (distance < best.distance) best = { atMs, distance };
  }
  const extra = index < 4 && !isDerivative(instrument) ? Math.max(1, Math.floor(quantity / 4)) : 0;
  const bought = { atMs: best.atMs, instrument, quantity: big(quantity + extra) };
  if (extra === 0) return [bought];
  const soldMs = tradingTime(market, instrument, today - (20 + 13 * index) * dayLength, index + 7);
  return [bought, { atMs: soldMs, instrument, quantity: big(-extra) }];
}

/** A purchase within the last week, at whatever the price was then. */
function planLately(
  market: Market,
  instrument: Instrument,
  quantity: number,
  today: number,
  index: number,
): PlannedTrade[] {
  const atMs = tradingTime(market, instrument, today - (2 + (index % 6)) * dayLength, index);
  return [{ atMs, instrument, quantity: big(quantity) }];
}

/** Some second of the session of that day. */
function tradingTime(market: Market, instrument: Instrument, dayMs: number, salt: number): number {
  const { openMs, closeMs } = market.calendarOf(instrument).sessionAt(dayMs + dayLength / 2);
  // A session that lasts over a weekend had its trades on its first day.
  const seconds = Math.floor(Math.min(closeMs - openMs, dayLength) / 1000) - 60;
  return openMs + 1000 * (hash(instrument.conid, salt, Math.floor(dayMs / dayLength)) % seconds);
}

function settle(
  market: Market,
  rates: Rates,
  account: Account,
  { atMs, instrument, quantity }: PlannedTrade,
) {
  const quote = market.quote(instrument, atMs);
  const units = quantity.abs();
  const side = quantity.gt(0) ? 'BUY' : 'SELL';
  const price = big(side === 'BUY' ? quote.ask : quote.bid);
  const commission = commissionOf(instrument, units, valueOf(instrument, units, price));
  const date = dateText(atMs);
  const rate = rates.rate(instrument.currency, atMs);
  bookFill(account, { instrument, side, quantity: units, price, commission, atMs, date, rate });
}
