import type { AppError } from '../../shared/app-error';
import type { Conid } from '../../shared/domain/ids';
import type { OrderBook } from '../../shared/domain/order';
import type { PositionChanges, PositionList } from '../../shared/domain/portfolio';
import { withChanges } from '../../shared/domain/position-changes';
import type { Quote } from '../../shared/domain/quote';
import { contract, type PorticoContract } from '../../shared/ipc/contract';
import type { CallName, Handlers } from '../../shared/ipc/define';
import type { Result } from '../../shared/result';
import type { LastKnown } from '../services/last-known/last-known';

/** Answers worth having before anybody logged in. */
const remembered = [
  'accounts.list',
  'portfolio.summary',
  'portfolio.ledger',
  'portfolio.margin',
  'portfolio.allocation',
  'performance.read',
  'watchlists.list',
  'watchlists.get',
  'contracts.instrument',
  'history.venue',
] as const satisfies ReadonlyArray<CallName<PorticoContract>>;

/** A desk shows a hundred instruments; IBKR's own limit of lines is of that size. */
const mostQuotes = 300;

/**
 * The handlers, with a memory: what the gateway said is kept by login, and streams begin with what was kept while there
 * is no session that could say more. Nothing else changes; a failure stays a failure.
 */
export function remembering(
  handlers: Handlers<PorticoContract>,
  lastKnown: LastKnown,
): Handlers<PorticoContract> {
  const quotes = createQuoteMemory(lastKnown);
  const positions = new Map<string, PositionList>();
  return {
    ...handlers,
    ...Object.fromEntries(remembered.map((name) => [name, keeping(name, handlers[name], lastKnown)])),
    'portfolio.positions': async (asked) => {
      const answer = await handlers['portfolio.positions'](asked);
      if (!answer.ok) return answer;
      const input = {
        accountId: asked.accountId,
        ...(asked.model === undefined ? {} : { model: asked.model }),
      };
      const key = JSON.stringify(input);
      const before = positions.get(key);
      // Changes of another version than ours are another window's: the next answer may be whole, or ours.
      if (answer.value.since !== null && answer.value.since !== before?.version) return answer;
      const whole = withChanges(before, answer.value);
      positions.set(key, whole);
      if (whole.complete) lastKnown.keep('portfolio.positions', key, asChanges(whole));
      return answer;
    },
    'quotes.watch': (wanted, emit) => {
      const known = lastKnown.isWanted() ? quotes.of(wanted.conids) : [];
      if (known.length > 0) emit(known);
      return handlers['quotes.watch'](wanted, (batch) => {
        quotes.keep(batch);
        emit(batch);
      });
    },
    'portfolio.pnl.watch': (of, emit) => {
      const key = JSON.stringify(of);
      const known = lastKnown.kept('portfolio.pnl.watch', key);
      const parsed = contract['portfolio.pnl.watch'].output.safeParse(known);
      if (lastKnown.isWanted() && parsed.success) emit(parsed.data);
      return handlers['portfolio.pnl.watch'](of, (pnl) => {
        lastKnown.keep('portfolio.pnl.watch', key, pnl);
        emit(pnl);
      });
    },
    'orders.watch': (of, emit) => {
      const key = JSON.stringify(of);
      return handlers['orders.watch'](of, (book) => {
        if (book.known) lastKnown.keep('orders.watch', key, book);
        emit(book.known ? book : withLastOrders(book, lastKnown.kept('orders.watch', key)));
      });
    },
  };
}

type AnyCall = (input: never) => Promise<Result<unknown, AppError>>;

const keeping =
  (name: string, handler: AnyCall, lastKnown: LastKnown): AnyCall =>
  async (input) => {
    const answer = await handler(input);
    if (answer.ok) lastKnown.keep(name, JSON.stringify(input), answer.value);
    return answer;
  };

/** Another run counts its versions anew: -1 is none of them. */
const asChanges = ({ positions, ...head }: PositionList): PositionChanges => ({
  ...{ ...head, version: -1, since: null, rows: [...positions], moved: [], removed: [] },
});

/** Orders last heard of, while this run has not read a list: said with their own date and as not complete. */
function withLastOrders(book: OrderBook, kept: unknown): OrderBook {
  const last = contract['orders.watch'].output.safeParse(kept);
  if (!last.success || last.data.accountId !== book.accountId) return book;
  const heard = new Set(book.orders.map(({ orderId }) => orderId));
  return {
    ...book,
    orders: [...book.orders, ...last.data.orders.filter(({ orderId }) => !heard.has(orderId))],
    asOfMs: book.asOfMs ?? last.data.asOfMs,
  };
}

function createQuoteMemory(lastKnown: LastKnown) {
  const name = 'quotes.watch';
  const read = (): ReadonlyArray<Quote> => {
    const kept = contract[name].output.safeParse(lastKnown.kept(name, 'all'));
    return kept.success ? kept.data : [];
  };
  return {
    of: (conids: ReadonlyArray<Conid>) => {
      const wanted = new Set(conids);
      return read().filter(({ conid }) => wanted.has(conid));
    },
    keep: (batch: ReadonlyArray<Quote>) => {
      // Mutated in place: a copy of every quote ten times a second would cost frames.
      const kept = lastKnown.kept(name, 'all');
      const all = Array.isArray(kept) ? (kept as Quote[]) : [];
      for (const quote of batch) {
        if (quote.last === null && quote.bid === null) continue;
        const at = all.findIndex(({ conid }) => conid === quote.conid);
        if (at >= 0) all[at] = quote;
        else all.push(quote);
      }
      lastKnown.keep(name, 'all', all.length > mostQuotes ? all.slice(-mostQuotes) : all);
    },
  };
}
