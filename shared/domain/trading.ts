import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { epochMsSchema } from './time';

const percent = z.number().positive().max(1000);

/** One profile's limits. Soft ones are ticked off, hard ones cannot be clicked through. Source: ORDER_ENTRY §7. */
export const tradingLimitsSchema = z
  .strictObject({
    /** Distance from the market on the side that costs. */
    priceSoftPercent: percent,
    priceHardPercent: percent,
    /** In base currency. */
    valueSoft: decimalSchema.refine(
      (value) => /[1-9]/.test(value) && !value.startsWith('-'),
      'must be above zero',
    ),
    /** Of the net liquidation value. */
    valueSoftPercentOfWorth: percent,
    valueHardPercentOfWorth: percent,
    ordersPerMinute: z.number().int().min(1).max(60),
    ordersPerDay: z.number().int().min(1).max(5000),
  })
  .refine((limits) => limits.priceSoftPercent <= limits.priceHardPercent, {
    message: 'The warning must come before the stop.',
    path: ['priceSoftPercent'],
  })
  .refine((limits) => limits.valueSoftPercentOfWorth <= limits.valueHardPercentOfWorth, {
    message: 'The warning must come before the stop.',
    path: ['valueSoftPercentOfWorth'],
  });
export type TradingLimits = z.infer<typeof tradingLimitsSchema>;

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
  /** Why the order journal takes nothing; `null` while it does. */
  storeTrouble: z.string().nullable(),
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
