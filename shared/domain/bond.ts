import { z } from 'zod';
import { decimalSchema } from './decimal-schema';
import { instrumentMatchSchema } from './instrument';

/** IBKR's id of who owes the money: bonds are found through it. */
export const issuerIdSchema = z.string().regex(/^[A-Za-z0-9]{1,20}$/);
export const bondIssuerSchema = z.object({ issuerId: issuerIdSchema, name: z.string() });
export type BondIssuer = z.infer<typeof bondIssuerSchema>;

/** What an issuer's bonds can be narrowed by, as IBKR offers it. Source: /iserver/secdef/bond-filters. */
export const bondFilterSchema = z.object({
  columnId: z.number().int(),
  name: z.string(),
  options: z.array(z.object({ value: z.string(), text: z.string() })),
});
export type BondFilter = z.infer<typeof bondFilterSchema>;

export const bondSchema = instrumentMatchSchema.extend({
  /** Percent a year; `null` without one, and where IBKR does not say. */
  coupon: decimalSchema.nullable(),
  /** YYYYMMDD. */
  maturity: z.string().nullable(),
});
export type Bond = z.infer<typeof bondSchema>;
