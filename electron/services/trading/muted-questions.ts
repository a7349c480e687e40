import type { AppError } from '../../../shared/app-error';
import type { KnownQuestion } from '../../../shared/domain/trading';
import { err, ok, type Result } from '../../../shared/result';
import type { MethodsOf } from '../../gateway/endpoint';
import type { declarations } from '../../gateway/registry';
import { knownQuestionHeadings } from '../orders/known-questions';
import type { OrderSession } from '../orders/ports';
import { refusal } from '../orders/refusals';
import { read } from '../read';

type OrderMethods = MethodsOf<(typeof declarations)['orders']>;

export interface MutedQuestionsDeps {
  readonly orders: Pick<OrderMethods, 'suppressMessages' | 'resetSuppressedMessages'>;
  readonly session: OrderSession;
}

/**
 * General notices only. ORDER_SAFETY §10 would allow o354 and o10336 too; ORDER_ENTRY §6 forbids them: the stricter
 * of the two holds (read 2026-11).
 */
const mutable: ReadonlySet<string> = new Set(['o10151', 'o10152', 'o10331']);
/** Wrong price, size, value, account: what these ask about is the money itself. */
const never: ReadonlySet<string> = new Set([
  'o163',
  'o354',
  'o383',
  'o451',
  'o2137',
  'o10334',
  'o10336',
  'p6',
  'p12',
]);

/** IBKR's warnings muted for this session; IBKR forgets them with the session, and so does this list. */
export function createMutedQuestions({ orders, session }: MutedQuestionsDeps, changed: () => void) {
  const muted = new Set<string>();
  const stop = session.onChange(({ status }) => {
    if (muted.size === 0 || status === 'ready' || status === 'link-lost') return;
    muted.clear();
    changed();
  });

  const list = (): KnownQuestion[] =>
    knownQuestionHeadings().map(({ messageId, heading }) => ({
      ...{ messageId, heading, muted: muted.has(messageId), mayBeMuted: mutable.has(messageId) },
      why: mutable.has(messageId)
        ? ''
        : never.has(messageId)
          ? 'It protects you from a costly mistake.'
          : 'It is about the order at hand.',
    }));

  return {
    list,
    count: () => muted.size,
    suppress: async (messageIds: ReadonlyArray<string>): Promise<Result<KnownQuestion[], AppError>> => {
      const barred = messageIds.find((id) => !mutable.has(id));
      if (barred !== undefined)
        return err(
          refusal('blocked', `The question ${barred} is never muted.`, 'Answer it when it is asked.'),
        );
      const answer = await read(orders.suppressMessages({ messageIds: [...messageIds] }), () => null);
      if (!answer.ok) return answer;
      for (const id of messageIds) muted.add(id);
      changed();
      return ok(list());
    },
    reset: async (): Promise<Result<KnownQuestion[], AppError>> => {
      const answer = await read(orders.resetSuppressedMessages(), () => null);
      if (!answer.ok) return answer;
      muted.clear();
      changed();
      return ok(list());
    },
    stop,
  };
}
