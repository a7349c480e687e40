import { z } from 'zod';
import { isDecimal, type Decimal } from './decimal';

/** For contracts: exact text, at most 40 characters. Apart from the arithmetic, so that the window carries no zod. */
export const decimalSchema = z.custom<Decimal>(
  (value) => typeof value === 'string' && value.length <= 40 && isDecimal(value),
);
