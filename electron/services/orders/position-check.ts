import { add, compare, subtract, type Decimal } from '../../../shared/domain/decimal';
import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import type { OrderAlarm, PositionCheckResult } from '../../../shared/domain/order-alarm';
import type { Store } from '../../store/open-store';
import { agreedPositions, type AgreedPositions } from './agreed-positions';
import { fillSums, signedQuantity, type FillSums } from './fill-sums';
import { entry } from './journal-event';
import type { OrderContext } from './order-context';
import type { HeldPositions } from './ports';
import { clockTime } from './time-of-day';

/** Positions against fills: an unexplained difference is an alarm, never corrected. Source: ORDER_SAFETY §8. */
export interface PositionCheck {
  readonly isDue: (accountId: AccountId) => boolean;
  /** One look; the trades must have been read just before. */
  readonly look: (accountId: AccountId) => Promise<void>;
  readonly result: (accountId: AccountId) => PositionCheckResult;
  readonly alarms: (accountId: AccountId) => ReadonlyArray<OrderAlarm>;
  /** The human took the positions as they are: from now on they are compared with that. */
  readonly accept: (accountId: AccountId, alarmId: string) => OrderAlarm | null;
  readonly forget: () => void;
}

interface Look {
  readonly checkedMs: number;
  readonly monoMs: number;
  readonly held: HeldPositions;
  readonly fills: FillSums;
  readonly differences: ReadonlyArray<Difference>;
}
interface Difference {
  readonly conid: Conid;
  readonly symbol: string;
  readonly expected: Decimal;
  readonly actual: Decimal;
  readonly sinceMs: number;
  readonly sinceMonoMs: number;
}

const dayMs = 86_400_000;
const regularMs = 300_000;
/** Fills and positions come by different ways: what still differs after this is no matter of timing. */
const settleMs = 20_000;
/** IBKR gives seven days of trades: from an older point the fills have a hole. */
const oldestMs = 6 * dayMs;
const zero = '0' as Decimal;

export function createPositionCheck(context: OrderContext, store: Pick<Store, 'settings'>): PositionCheck {
  const { wire, book, clock, ledger, log } = context;
  const agreed = agreedPositions(store, log);
  const looks = new Map<AccountId, Look>();
  const told = new Set<string>();

  const look = async (accountId: AccountId): Promise<void> => {
    const read = await wire.positions(accountId);
    if (!read.ok || !read.value.complete) return;
    const nowMs = clock.now();
    const last = agreed.of(accountId);
    const usable = last !== null && nowMs - last.atMs < oldestMs && last.atMs <= nowMs ? last : null;
    const fillsFromMs = usable?.fillsFromMs ?? nowMs - 8 * dayMs;
    const fills = fillSums(book.allExecutionsOf(accountId, fillsFromMs));
    const before = looks.get(accountId);
    const differences =
      usable === null
        ? []
        : compared(usable, read.value, fills).map((found) => {
            const same = before?.differences.find(
              (other) =>
                other.conid === found.conid &&
                other.expected === found.expected &&
                other.actual === found.actual,
            );
            const since = same ?? { sinceMs: nowMs, sinceMonoMs: clock.monotonicMs() };
            return { ...found, sinceMs: since.sinceMs, sinceMonoMs: since.sinceMonoMs };
          });
    const now = { checkedMs: nowMs, monoMs: clock.monotonicMs(), held: read.value, fills, differences };
    looks.set(accountId, now);
    if (differences.length === 0) agreed.keep(accountId, pointOf(now));
    for (const alarm of alarms(accountId)) {
      if (told.has(alarm.alarmId)) continue;
      told.add(alarm.alarmId);
      ledger.note([entry('ALARM', null, { accountId, alarmId: alarm.alarmId, text: alarm.text })]);
    }
    book.touched();
  };

  const settled = (accountId: AccountId): ReadonlyArray<Difference> => {
    const now = looks.get(accountId);
    return (now?.differences ?? []).filter(({ sinceMonoMs }) => (now?.monoMs ?? 0) - sinceMonoMs >= settleMs);
  };

  const alarms = (accountId: AccountId): ReadonlyArray<OrderAlarm> => {
    const found = settled(accountId);
    if (found.length === 0) return [];
    const last = agreed.of(accountId);
    const checkedMs = looks.get(accountId)?.checkedMs ?? 0;
    return found.map((difference) => {
      const { conid, symbol, expected, actual, sinceMs } = difference;
      const fills = book
        .allExecutionsOf(accountId, last?.atMs ?? 0)
        .filter((execution) => execution.conid === conid);
      return {
        ...{ alarmId: `position:${conid}:${expected}:${actual}`, kind: 'position', conid, symbol, sinceMs },
        text:
          `IBKR holds ${actual} ${symbol} for you, but the fills Portico knows explain ${expected}. ` +
          'Look at the position before you size an order by it: a transfer, an assignment, a split or a trade that IBKR did not tell may be the reason.',
        evidence: evidenceOf(difference, last, fills, checkedMs),
      };
    });
  };

  return {
    isDue: (accountId) => {
      const last = looks.get(accountId);
      if (last === undefined) return true;
      const age = clock.monotonicMs() - last.monoMs;
      const unsure = last.differences.length > settled(accountId).length;
      const moved = !sameSums(last.fills, fillSums(book.executionsOf(accountId)));
      return age >= regularMs || ((unsure || moved) && age >= settleMs);
    },
    look,
    result: (accountId) => {
      const last = looks.get(accountId);
      if (last === undefined) return { state: 'unknown', checkedMs: null };
      return { state: settled(accountId).length > 0 ? 'differs' : 'agrees', checkedMs: last.checkedMs };
    },
    alarms,
    accept: (accountId, alarmId) => {
      const alarm = alarms(accountId).find((each) => each.alarmId === alarmId) ?? null;
      const now = looks.get(accountId);
      if (alarm === null || now === undefined) return null;
      agreed.keep(accountId, pointOf(now));
      looks.set(accountId, { ...now, differences: [] });
      return alarm;
    },
    forget: () => looks.clear(),
  };
}

const pointOf = ({ checkedMs, held, fills }: Look): AgreedPositions => ({
  atMs: checkedMs,
  fillsFromMs: checkedMs - 8 * dayMs,
  positions: held.rows.map(({ conid, symbol, quantity }) => ({ conid, symbol, quantity })),
  fills: [...fills].map(([conid, quantity]) => ({ conid, quantity })),
});

type Found = Pick<Difference, 'conid' | 'symbol' | 'expected' | 'actual'>;

/** A contract with a fill of unknown size is not compared: what cannot be computed is no finding. */
function compared(last: AgreedPositions, held: HeldPositions, fills: FillSums): Found[] {
  const then = new Map(last.positions.map((row) => [row.conid, row.quantity]));
  const fillsThen = new Map(last.fills.map((row) => [row.conid, row.quantity]));
  const now = new Map(held.rows.map((row) => [row.conid, row.quantity]));
  const symbols = new Map([...last.positions, ...held.rows].map((row) => [row.conid, row.symbol]));
  return [...new Set([...then.keys(), ...now.keys(), ...fills.keys()])].flatMap((conid) => {
    const sum = fills.has(conid) ? (fills.get(conid) ?? null) : zero;
    const sumThen = fillsThen.has(conid) ? (fillsThen.get(conid) ?? null) : zero;
    if (sum === null || sumThen === null) return [];
    const expected = add(then.get(conid) ?? zero, subtract(sum, sumThen));
    const actual = now.get(conid) ?? zero;
    if (compare(expected, actual) === 0) return [];
    return [{ conid, symbol: symbols.get(conid) ?? `conid ${conid}`, expected, actual }];
  });
}

function evidenceOf(
  { symbol, conid, actual, expected }: Difference,
  last: AgreedPositions | null,
  fills: ReadonlyArray<Execution>,
  checkedMs: number,
): string[] {
  const then = last?.positions.find((row) => row.conid === conid)?.quantity ?? zero;
  return [
    `${clockTime(last?.atMs ?? 0)} positions and fills agreed at ${then} ${symbol}.`,
    ...fills
      .slice(-20)
      .map(
        (fill) => `${clockTime(fill.timeMs)} fill ${signedQuantity(fill) ?? '?'} at ${fill.price ?? '?'}.`,
      ),
    fills.length === 0 ? 'No fill is known since.' : `Together that makes ${expected}.`,
    `${clockTime(checkedMs)} IBKR’s position list says ${actual}: ${subtract(actual, expected)} unexplained.`,
  ];
}

const sameSums = (a: FillSums, b: FillSums): boolean => [...b].every(([conid, sum]) => a.get(conid) === sum);
