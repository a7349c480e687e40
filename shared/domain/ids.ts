import { z } from 'zod';

/** An IBKR account id, such as DU1234567. */
export const accountIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,40}$/)
  .brand<'AccountId'>();
export type AccountId = z.infer<typeof accountIdSchema>;

/** An IBKR contract id. Always positive; a JSON number on most of the wire, text in places. */
export const conidSchema = z.number().int().positive().brand<'Conid'>();
export type Conid = z.infer<typeof conidSchema>;

/** IBKR's order id, kept as text: ten digits and more, number here and text there on the wire. */
export const orderIdSchema = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .brand<'OrderId'>();
export type OrderId = z.infer<typeof orderIdSchema>;

/** Our own id of one human intent: made when the ticket opens, used for one order at most. */
export const intentIdSchema = z.uuid().brand<'IntentId'>();
export type IntentId = z.infer<typeof intentIdSchema>;
