import { z } from 'zod';
import {
  chainContractsSchema,
  chainPartSchema,
  chainStrikesSchema,
  chainUnderlyingSchema,
  futuresSchema,
} from '../domain/chain';
import { decimalSchema } from '../domain/decimal-schema';
import { conidSchema } from '../domain/ids';
import { call, stream } from './define';

export const chainsContract = {
  /** Of any contract: an option or a future is traced to what it is written on. */
  'chains.underlying': call(z.strictObject({ conid: conidSchema }), chainUnderlyingSchema),
  /** The kept copy of today, or IBKR's answer; `renew` asks again. */
  'chains.strikes': call(chainPartSchema.extend({ renew: z.boolean() }), chainStrikesSchema),
  /** Contracts of these strikes, the first ones first; strikes not asked for yet are dropped when it is stopped. */
  'chains.contracts.watch': stream(
    chainPartSchema.extend({ strikes: z.array(decimalSchema).min(1).max(400) }),
    chainContractsSchema,
  ),
  'chains.futures': call(
    z.strictObject({ underlying: conidSchema, symbol: z.string().trim().min(1).max(20) }),
    futuresSchema,
  ),
};
