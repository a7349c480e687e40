import { z } from 'zod';
import { conidSchema } from './ids';
import { epochMsSchema } from './time';

/** Something about orders and positions that only a human can judge; it stays until it is resolved or accepted. */
export const orderAlarmSchema = z.object({
  /** Says what and how much: the same trouble grown worse is another alarm. */
  alarmId: z.string(),
  /** `position`: held is not what the fills explain. `over-fill`: more was filled than ordered. */
  kind: z.enum(['position', 'over-fill']),
  conid: conidSchema,
  symbol: z.string(),
  /** What is wrong, what it means for the money, what to do. */
  text: z.string(),
  /** What was compared, oldest first. */
  evidence: z.array(z.string()),
  sinceMs: epochMsSchema,
});
export type OrderAlarm = z.infer<typeof orderAlarmSchema>;

/** Whether the positions at IBKR are what the known fills explain, since the last time both agreed. */
export const positionCheckSchema = z.object({
  state: z.enum(['agrees', 'differs', 'unknown']),
  /** `null` before the first complete look. */
  checkedMs: epochMsSchema.nullable(),
});
export type PositionCheckResult = z.infer<typeof positionCheckSchema>;
