import { z } from 'zod';

/** One argument of a method, as a form shows it. */
export const consoleParameterSchema = z.object({
  name: z.string(),
  /** Meaning, unit and default. */
  doc: z.string(),
  /** Where it goes on the wire: `path conid`, `query`, `the body`, or "—" for one that stays here. */
  where: z.string(),
  /** In words, such as "integer or text, optional". */
  type: z.string(),
  input: z.enum(['text', 'number', 'boolean', 'choice', 'list', 'json']),
  choices: z.array(z.string()),
  required: z.boolean(),
});
export type ConsoleParameter = z.infer<typeof consoleParameterSchema>;

/**
 * Why a method is not simply run. `order`: it goes through the desk's own order path instead. `session`, `cost` and
 * `write`: run after a dialog that says what it does.
 */
export const consoleDangerSchema = z.object({
  kind: z.enum(['order', 'session', 'cost', 'write']),
  /** What happens, in one or two sentences. */
  consequence: z.string(),
});
export type ConsoleDanger = z.infer<typeof consoleDangerSchema>;

export const consoleMethodSchema = z.object({
  name: z.string(),
  area: z.string(),
  /** Beyond the reference's 70. */
  extra: z.boolean(),
  verb: z.string(),
  path: z.string(),
  purpose: z.string(),
  returns: z.string(),
  errors: z.string(),
  pacing: z.string(),
  /** What the client asks the gateway for beforehand, in words; null where nothing is needed. */
  preflight: z.string().nullable(),
  source: z.string(),
  parameters: z.array(consoleParameterSchema),
  /** Arguments to begin with, as JSON text; the account is the user's own. */
  example: z.string(),
  danger: consoleDangerSchema.nullable(),
});
export type ConsoleMethod = z.infer<typeof consoleMethodSchema>;

export const consoleTopicSchema = z.object({
  name: z.string(),
  purpose: z.string(),
  parameters: z.array(consoleParameterSchema),
  example: z.string(),
});
export type ConsoleTopic = z.infer<typeof consoleTopicSchema>;

export const consoleCatalogueSchema = z.object({
  methods: z.array(consoleMethodSchema),
  topics: z.array(consoleTopicSchema),
});
export type ConsoleCatalogue = z.infer<typeof consoleCatalogueSchema>;

/** One run: what was asked and what came back, whether IBKR said yes or no. JSON stays text: its digits are exact. */
export const consoleAnswerSchema = z.object({
  method: z.string(),
  argumentsJson: z.string(),
  /** The gateway's answer; null when the call failed. */
  dataJson: z.string().nullable(),
  /** Why there is no answer: three sentences as everywhere else. */
  failure: z.object({ code: z.string(), message: z.string(), detail: z.string() }).nullable(),
  request: z.object({ verb: z.string(), url: z.string(), bodyJson: z.string().nullable() }).nullable(),
  /** True beside an answer that IBKR has not said is complete. */
  notKnownYet: z.boolean(),
  atMs: z.number(),
  tookMs: z.number(),
  /** The same request for a shell. Empty when nothing went out. */
  curl: z.string(),
  cli: z.string(),
});
export type ConsoleAnswer = z.infer<typeof consoleAnswerSchema>;

export const consoleFrameSchema = z.object({ atMs: z.number(), json: z.string() });
export type ConsoleFrame = z.infer<typeof consoleFrameSchema>;
