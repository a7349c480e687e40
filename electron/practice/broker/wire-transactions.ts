import { dateText } from '../market/calendar';
import { round, sum, toNumber } from '../money';
import type { World } from '../world';
import type { Account } from './account';
import type { BookEntry } from './entries';

interface Row {
  readonly account: Account;
  readonly entry: BookEntry;
}

/**
 * `/pa/transactions`: the statement's lines about some contracts, oldest first. Dividends have no price and
 * no quantity; `rpnl` has what was realised, each in its own currency, and the sum in the one asked for.
 */
export function transactionsAnswer(
  world: World,
  rows: readonly Row[],
  asked: { readonly days: number; readonly since: number; readonly currency: string },
): Record<string, unknown> {
  const target = world.valuation.rate(asked.currency);
  const realized = rows.filter(({ entry }) => !entry.realized.eq(0));
  return {
    rc: 0,
    nd: asked.days,
    rpnl: {
      data: realized.map(({ account, entry }) => ({
        date: dateText(entry.atMs),
        cur: entry.currency,
        fxRate: toNumber(entry.rate, 6),
        side: entry.realized.lt(0) ? 'L' : 'G',
        acctid: account.id,
        amt: round(entry.realized, 4).toFixed(),
        conid: String(entry.instrument?.conid ?? ''),
      })),
      amt: fraction(
        round(sum(realized.map(({ entry }) => entry.realized.times(entry.rate))).div(target), 4).toFixed(),
      ),
    },
    currency: asked.currency,
    from: asked.since,
    id: 'getTransactions',
    to: world.clock.now(),
    includesRealTime: true,
    transactions: rows.map(({ account, entry }) => wireRow(account, entry)),
  };
}

/** Java writes a whole double with its `.0`. */
const fraction = (text: string) => (text.includes('.') ? text : `${text}.0`);

const wireRow = (account: Account, entry: BookEntry) => ({
  cur: entry.currency,
  date: javaDate(entry.atMs),
  rawDate: dateText(entry.atMs),
  fxRate: toNumber(entry.rate, 6),
  ...(entry.price === null ? {} : { pr: toNumber(entry.price) }),
  ...(entry.quantity === null ? {} : { qty: toNumber(entry.quantity) }),
  acctid: account.id,
  amt: toNumber(entry.amount, 4),
  conid: entry.instrument?.conid ?? 0,
  type: entry.kind,
  desc: entry.instrument?.name ?? '',
});

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Java's `Date.toString`, which is what IBKR lets through (QUIRKS §9). */
function javaDate(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${weekdays[date.getUTCDay()] ?? ''} ${months[date.getUTCMonth()] ?? ''} ${day} 00:00:00 EST ${date.getUTCFullYear()}`;
}
