import { z } from 'zod';
import { accountIdSchema } from './ids';
import { epochMsSchema } from './time';

export const activityKinds = ['fill', 'order', 'rejection', 'session', 'notice'] as const;

/** Something that happened while nobody may have been looking. Its words may be IBKR's: inert text, bounded. */
export const activityEntrySchema = z.object({
  /** The same happening has the same id, however often it is told. */
  id: z.string().max(200),
  atMs: epochMsSchema,
  kind: z.enum(activityKinds),
  level: z.enum(['info', 'good', 'warn', 'bad']),
  title: z.string().max(300),
  text: z.string().max(4000),
  accountId: accountIdSchema.nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

export const activityLogSchema = z.object({
  /** Newest first; of the user who is logged in, and of nobody else. */
  entries: z.array(activityEntrySchema),
  /** When this run of Portico began to listen: what is older was told before. */
  sinceMs: epochMsSchema,
});
export type ActivityLog = z.infer<typeof activityLogSchema>;
