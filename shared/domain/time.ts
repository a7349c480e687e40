import { z } from 'zod';

/** Milliseconds since 1970-01-01 UTC: the only form of time between modules. */
export const epochMsSchema = z.number().int().nonnegative();
export type EpochMs = z.infer<typeof epochMsSchema>;
