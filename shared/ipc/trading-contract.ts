import { z } from 'zod';
import { dayLockKindSchema, knownQuestionSchema, tradingStateSchema } from '../domain/trading';
import { tradingLimitsSchema } from '../domain/trading-limits';
import { call, latest, stream } from './define';

const nothing = z.strictObject({});
const typed = z.string().max(40);

export const tradingContract = {
  'trading.watch': stream(nothing, tradingStateSchema, latest),
  /** Lets orders be sent in this session. `typed` is what `typeToArm` asks for, or empty. */
  'trading.arm': call(z.strictObject({ typed }), tradingStateSchema),
  'trading.disarm': call(nothing, tradingStateSchema),
  /**
   * Latches first and answers at once; cancelling and verifying follow in `trading.watch`. `scope` "placed-here"
   * cancels orders placed by Portico, "all" those of TWS and others too, for which `typed` must be "CANCEL ALL".
   */
  'trading.killSwitch': call(
    z.strictObject({ scope: z.enum(['placed-here', 'all']), typed: typed.optional() }),
    tradingStateSchema,
  ),
  'trading.release': call(z.strictObject({ typed }), tradingStateSchema),
  /** Lifts a limit of the day for the rest of it, a minute from now. `typed` is what its `typeToRelease` asks for. */
  'trading.releaseDay': call(z.strictObject({ kind: dayLockKindSchema, typed }), tradingStateSchema),
  /** Puts a damaged journal aside, keeps what it proves, and starts Portico anew. `typed` is "START AFRESH". */
  'trading.startJournalAfresh': call(z.strictObject({ typed }), z.object({ keptAs: z.string() })),
  /** Tighter limits hold at once, looser ones after 60 seconds. */
  'trading.setLimits': call(z.strictObject({ limits: tradingLimitsSchema }), tradingStateSchema),
  'questions.list': call(nothing, z.array(knownQuestionSchema)),
  /** Mutes for this session only; refuses ids that are never to be muted. */
  'questions.suppress': call(
    z.strictObject({ messageIds: z.array(z.string().max(20)).min(1).max(51) }),
    z.array(knownQuestionSchema),
  ),
  'questions.reset': call(nothing, z.array(knownQuestionSchema)),
};
