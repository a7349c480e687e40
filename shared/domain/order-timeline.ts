import { z } from 'zod';
import { epochMsSchema } from './time';

/** One step of an order's life as journaled here, oldest first. Exportable as it is. */
export const timelineEntrySchema = z.object({
  atMs: epochMsSchema,
  /** Who did it or said it. */
  by: z.enum(['you', 'portico', 'ibkr']),
  /** "Sent to IBKR", "IBKR asks: …", "Order list read: order 12 is Submitted." */
  text: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
