import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { accountIdSchema, conidSchema } from './ids';

/** IBKR names alerts by numbers of ten digits and more; 0 would mean all of them and is no id. */
export const alertIdSchema = z.string().regex(/^[1-9]\d{0,18}$/);

/** One contract's last price reaching a level: what Portico can make and change. */
export const priceConditionSchema = z.object({
  conid: conidSchema,
  /** Where the price is looked at, such as SMART. */
  exchange: z.string().regex(/^[\w.]{1,20}$/),
  direction: z.enum(['at-or-above', 'at-or-below']),
  price: decimalSchema,
});
export type PriceCondition = z.infer<typeof priceConditionSchema>;

/** An alert kept and watched by IBKR, whether Portico runs or not. */
export const alertSchema = z.object({
  alertId: alertIdSchema,
  name: z.string(),
  message: z.string(),
  active: z.boolean(),
  triggered: z.boolean(),
  repeatable: z.boolean(),
  outsideRth: z.boolean(),
  /** `null` where it is no single price condition, or could not be read; `obstacle` says which. */
  condition: priceConditionSchema.nullable(),
  /** As IBKR names the contract; the conid where it does not. */
  symbol: z.string().nullable(),
  /** Why its level cannot be changed here; `null` where it can. */
  obstacle: z.string().nullable(),
});
export type Alert = z.infer<typeof alertSchema>;

/** What a person settles about an alert. */
export const alertDraftSchema = z.strictObject({
  accountId: accountIdSchema,
  /** `null` makes a new one. */
  alertId: alertIdSchema.nullable(),
  /** IBKR lets nobody change it afterwards. */
  name: z.string().trim().min(1).max(60),
  message: z.string().trim().max(200),
  repeatable: z.boolean(),
  outsideRth: z.boolean(),
  condition: priceConditionSchema,
});
export type AlertDraft = z.infer<typeof alertDraftSchema>;
