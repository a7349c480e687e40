import { z } from 'zod';

/** How the value of one parameter is typed. `time` carries its zone: "14:00:00 EST". */
export const algoKindSchema = z.enum(['choice', 'yes-no', 'number', 'whole', 'time', 'text']);
export type AlgoKind = z.infer<typeof algoKindSchema>;

/** One input of an algorithm, as IBKR describes it. Source: /iserver/contract/{conid}/algos (read 2026-11). */
export const algoParameterSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  kind: algoKindSchema,
  /** The only legal values, for `choice`. */
  choices: z.array(z.string()),
  required: z.boolean(),
  initial: z.union([z.string(), z.boolean()]).nullable(),
  /** Bounds of a number, as plain text. */
  min: z.string().nullable(),
  max: z.string().nullable(),
  /** Fixed by IBKR for these order types: `{ MKT: 'no' }`. */
  fixedFor: z.record(z.string(), z.string()),
});
export type AlgoParameter = z.infer<typeof algoParameterSchema>;

export const algoSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  /** In the order IBKR ranks them. */
  parameters: z.array(algoParameterSchema),
});
export type Algo = z.infer<typeof algoSchema>;

/** An algorithm chosen for an order, with its values as they are sent: numbers stay exact text. */
export const algoChoiceSchema = z.strictObject({
  id: z.string().regex(/^\w{1,40}$/),
  name: z.string().max(80),
  parameters: z
    .array(
      z.strictObject({
        id: z.string().regex(/^\w{1,40}$/),
        name: z.string().max(120),
        value: z.union([z.string().min(1).max(60), z.boolean()]),
      }),
    )
    .max(40),
});
export type AlgoChoice = z.infer<typeof algoChoiceSchema>;
