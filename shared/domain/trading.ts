import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { epochMsSchema } from './time';
import { tradingLimitsSchema } from './trading-limits';

/** The kill switch: latched here first, then cancelled and verified at IBKR. Survives a restart. */
export const killStateSchema = z.object({
  sinceMs: epochMsSchema,
  /** "You pressed the kill switch." or what latched by itself: "More orders than your limit of 10 a minute." */
  why: z.string(),
  /** What became of the working orders; `null` until begun, and where nothing is to be cancelled. */
  cancelling: z
    .object({
      confirmed: z.number().int().nonnegative(),
      total: z.number().int().nonnegative(),
      /** True while it still tries or checks. */
      running: z.boolean(),
      /** "3 of 4 confirmed cancelled. 1 still working." */
      sentence: z.string(),
    })
    .nullable(),
  /** What has to be typed to trade again. */
  typeToRelease: z.string(),
});
export type KillState = z.infer<typeof killStateSchema>;

export const dayLockKindSchema = z.enum(['orders-per-day', 'daily-loss']);
export type DayLockKind = z.infer<typeof dayLockKindSchema>;

/** A limit of the day that was reached: latched until the trading day ends or a human lifts it. Survives a restart. */
export const dayLockSchema = z.object({
  kind: dayLockKindSchema,
  sinceMs: epochMsSchema,
  why: z.string(),
  /** It ends by itself then: midnight in New York. */
  untilMs: epochMsSchema,
  /** Orders that reduce or close a position may still be sent. */
  allowsClosing: z.boolean(),
  typeToRelease: z.string(),
  /** Lifted by a human, in force from then: a minute later. `null` while nobody asked. */
  liftsAtMs: epochMsSchema.nullable(),
});
export type DayLock = z.infer<typeof dayLockSchema>;

/** Whether orders may be sent at all, and why not. */
export const tradingStateSchema = z.object({
  /** False: read-only. Live profiles start so; practice and paper start armed. */
  armed: z.boolean(),
  /** "Read-only: nothing can be sent. Arm trading to place orders." */
  sentence: z.string(),
  /** What has to be typed to arm; `null` where the button is enough. */
  typeToArm: z.string().nullable(),
  /** When it disarms by itself if nothing is done; `null` while it does not. */
  disarmsAtMs: epochMsSchema.nullable(),
  kill: killStateSchema.nullable(),
  limits: tradingLimitsSchema,
  /** Asked for and not yet in force: looser limits wait 60 seconds. */
  pendingLimits: z.object({ limits: tradingLimitsSchema, inForceAtMs: epochMsSchema }).nullable(),
  dayLocks: z.array(dayLockSchema),
  /** The day so far, against its limits. `worstDayPnl`: of the account that lost most; `null` while not watched or known. */
  today: z.object({
    orders: z.number().int().nonnegative(),
    worstDayPnl: decimalSchema.nullable(),
    accountId: z.string().nullable(),
  }),
  /** An account selected at IBKR that this login does not list; `null` where there is none. */
  strangeAccount: z.string().nullable(),
  /** Why the order journal takes nothing; `null` while it does. */
  storeTrouble: z.string().nullable(),
  /** The journal is damaged: it can be put aside and begun anew. */
  mayStartAfresh: z.boolean(),
  /** IBKR warnings muted in this session: shown in the header, always. */
  mutedQuestions: z.number().int().nonnegative(),
});
export type TradingState = z.infer<typeof tradingStateSchema>;

/** A warning of IBKR's that may, or may never, be muted for the session. */
export const knownQuestionSchema = z.object({
  messageId: z.string(),
  heading: z.string(),
  muted: z.boolean(),
  mayBeMuted: z.boolean(),
  /** Why it may never be muted; empty where it may. */
  why: z.string(),
});
export type KnownQuestion = z.infer<typeof knownQuestionSchema>;
