import { z } from 'zod';
import { accountIdSchema, conidSchema, intentIdSchema, orderIdSchema } from '../../../shared/domain/ids';
import { orderQuestionSchema } from '../../../shared/domain/intent';
import { orderPhaseSchema } from '../../../shared/domain/order';
import { orderDraftSchema } from '../../../shared/domain/order-draft';
import { tradingModeSchema } from '../../../shared/domain/session';
import type { JournalEntry } from '../../store/journal';
import type { JournalRecord } from '../../store/journal-record';

/** What an order-changing request proved, as journaled: reply ids are never written, they die with the round. */
const outcomeSchema = z.object({
  kind: z.enum(['acknowledged', 'question', 'rejected', 'duplicate', 'not-sent', 'unknown']),
  text: z.string(),
  orderId: orderIdSchema.nullable(),
  /** IBKR gave a whole answer, whatever it said. */
  answered: z.boolean(),
  /** Of a bracket: the exits that IBKR took, and its words about those that it did not. */
  exitIds: z.array(orderIdSchema).optional(),
  exitsFailed: z.array(z.string()).optional(),
});
export type JournaledOutcome = z.infer<typeof outcomeSchema>;

const evidenceSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('seen'),
    text: z.string(),
    /** `null` when only a trade told: trades carry no order id in some builds. */
    orderId: orderIdSchema.nullable(),
    phase: orderPhaseSchema,
    status: z.string(),
  }),
  z.object({
    what: z.literal('absent'),
    text: z.string(),
    from: z.enum(['orders', 'trades']),
    /** When the read that did not show it began, on the monotonic clock of this run. */
    startedMonoMs: z.number(),
  }),
  /** What was looked at so far proves nothing any more: the session was away. */
  z.object({ what: z.literal('interrupted'), text: z.string() }),
  /** Something is wrong that only the human can judge: it becomes the intent's reason. */
  z.object({ what: z.literal('alarm'), text: z.string() }),
  /** The entry is there without its exits, or they were found after all. */
  z.object({ what: z.literal('exits-missing'), text: z.string() }),
  z.object({ what: z.literal('exits-seen'), text: z.string() }),
]);

const ofOrder = z.object({ accountId: accountIdSchema, orderId: orderIdSchema, requestId: z.string() });

const ofAlarm = z.object({ accountId: accountIdSchema, alarmId: z.string(), text: z.string() });

const payloads = {
  BOOT: z.object({}),
  PROBE: z.object({}),
  INTENT: z.object({
    kind: z.enum(['place', 'modify']),
    username: z.string().nullable(),
    accountId: accountIdSchema,
    conid: conidSchema,
    symbol: z.string(),
    sentence: z.string(),
    mode: tradingModeSchema,
    draft: orderDraftSchema,
    /** The draft as it stood before, for a change. */
    before: orderDraftSchema.nullable(),
    cOID: z.string().nullable(),
    modifies: orderIdSchema.nullable(),
    body: z.record(z.string(), z.unknown()),
    /** The exits sent with it, as sent. */
    attached: z.array(z.record(z.string(), z.unknown())).optional(),
    hash: z.string(),
  }),
  CHECKED: z.object({
    acknowledged: z.array(z.string()),
    warnings: z.array(z.string()),
    bid: z.string().nullable(),
    ask: z.string().nullable(),
    last: z.string().nullable(),
  }),
  SEND_BEGIN: z.object({ hash: z.string(), requestId: z.string() }),
  RESPONSE: z.object({ outcome: outcomeSchema }),
  QUESTION: orderQuestionSchema,
  ANSWER_BEGIN: z.object({ round: z.number(), confirmed: z.boolean(), requestId: z.string() }),
  ANSWER_RESPONSE: z.object({ round: z.number(), confirmed: z.boolean(), outcome: outcomeSchema }),
  ROUND_CLOSED: z.object({ text: z.string() }),
  EVIDENCE: evidenceSchema,
  RESOLVED: z.object({ exists: z.boolean(), text: z.string() }),
  /** Raised, and taken note of by the human. */
  ALARM: ofAlarm,
  ALARM_ACCEPTED: ofAlarm,
  CANCEL_BEGIN: ofOrder,
  CANCEL_RESPONSE: ofOrder.extend({ outcome: outcomeSchema }),
} as const;

export type EventKind = keyof typeof payloads;
export type PayloadOf<K extends EventKind> = z.infer<(typeof payloads)[K]>;

/** A journal record as the order service reads it. */
export type JournalEvent = {
  [K in EventKind]: {
    readonly kind: K;
    readonly intentId: string | null;
    readonly wallMs: number;
    readonly monoMs: number;
    readonly bootId: string;
    readonly payload: PayloadOf<K>;
  };
}[EventKind];

export const entry = <K extends EventKind>(
  kind: K,
  intentId: string | null,
  payload: PayloadOf<K>,
): JournalEntry => ({ kind, intentId, payload });

/** `null` for what this version does not understand; the fold then assumes the worst about that intent. */
export function eventOf(record: JournalRecord): JournalEvent | null {
  if (!isKind(record.kind)) return null;
  const payload = payloads[record.kind].safeParse(JSON.parse(record.payload));
  if (!payload.success) return null;
  const intentId = record.intentId === null ? null : intentIdSchema.safeParse(record.intentId).data;
  if (intentId === undefined) return null;
  const { kind, wallMs, monoMs, bootId } = record;
  // The schema was chosen by the kind, which TypeScript cannot follow through the record of schemas.
  return { kind, intentId, wallMs, monoMs, bootId, payload: payload.data } as JournalEvent;
}

const isKind = (kind: string): kind is EventKind => Object.hasOwn(payloads, kind);
