import { z } from 'zod';
import { conidSchema } from './ids';
import { epochMsSchema } from './time';

/** IBKR's market scanner (at most 50 rows), or the older one of its historical service (at most 250). */
export const scanSourceSchema = z.enum(['market', 'historical']);
export type ScanSource = z.infer<typeof scanSourceSchema>;

const code = z.string().min(1).max(120);

/** What IBKR's scanner can look for, as it says itself — /iserver/scanner/params, read 2026-11. */
export const scanParametersSchema = z.object({
  /** Kinds of instrument with the codes of the filters that fit; an empty list where IBKR names none. */
  instruments: z.array(z.object({ type: code, name: z.string(), filters: z.array(z.string()) })),
  /** Rankings and the kinds of instrument each is for. */
  scans: z.array(z.object({ code, name: z.string(), instruments: z.array(z.string()) })),
  /** `date` is written 20261231; `choice` has its values in `options`. */
  filters: z.array(
    z.object({
      code,
      name: z.string(),
      group: z.string(),
      kind: z.enum(['number', 'date', 'text', 'choice']),
      options: z.array(z.object({ value: z.string(), text: z.string() })),
    }),
  ),
  /** The location tree, laid flat in its order: `instrument` is the root a place stands under, depth 1 its first level. */
  places: z.array(
    z.object({
      type: code,
      name: z.string(),
      instrument: z.string(),
      depth: z.number().int().min(1),
      /** Names from the root to here. */
      path: z.string(),
    }),
  ),
});
export type ScanParameters = z.infer<typeof scanParametersSchema>;
export type ScanFilter = ScanParameters['filters'][number];

export const datedScanParametersSchema = z.object({
  parameters: scanParametersSchema,
  asOfMs: epochMsSchema,
  /** When IBKR answers this question again (once in 15 minutes); `null`: now. */
  nextMs: epochMsSchema.nullable(),
  /** Why the parameters are not fresher, where that was tried. */
  remark: z.string().nullable(),
});
export type DatedScanParameters = z.infer<typeof datedScanParametersSchema>;

/** One scan as it is asked and saved. */
export const scanSchema = z.strictObject({
  source: scanSourceSchema,
  instrument: code,
  place: code,
  ranking: code,
  filters: z.array(z.strictObject({ code, value: z.string().trim().min(1).max(60) })).max(40),
});
export type Scan = z.infer<typeof scanSchema>;

export const savedScanSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  scan: scanSchema,
  /** Runs again by itself after so many seconds while it is on the screen; `null`: only when asked. */
  everySeconds: z.number().int().min(10).max(3600).nullable(),
});
export type SavedScan = z.infer<typeof savedScanSchema>;

export const scanResultSchema = z.object({
  rows: z.array(
    z.object({
      conid: conidSchema,
      rank: z.number().int().min(1),
      symbol: z.string(),
      name: z.string().nullable(),
      exchange: z.string().nullable(),
      assetClass: z.string().nullable(),
      /** What the ranking goes by, in IBKR's writing; `null` where it says nothing. */
      figure: z.string().nullable(),
      /** Was not in the run before this one. */
      isNew: z.boolean(),
    }),
  ),
  /** What `figure` is called. */
  figureName: z.string().nullable(),
  /** How many IBKR found in all, where it says so: more than it hands out. */
  total: z.number().int().nullable(),
  atMs: epochMsSchema,
  /** The run that `isNew` compares with; `null` for the first. */
  previousMs: epochMsSchema.nullable(),
});
export type ScanResult = z.infer<typeof scanResultSchema>;
export type ScanRow = ScanResult['rows'][number];
