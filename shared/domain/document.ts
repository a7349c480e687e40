import { z } from 'zod';
import { deskLayoutSchema } from './desk-layout';
import { instrumentMatchSchema } from './instrument';
import { chartLinesSchema } from './chart-line';
import { savedScanSchema } from './scanner';

/**
 * What a user made and wants to find again, by kind: each kind has its schema here, and a stored document that no
 * longer fits is left out when read, never thrown away. Broker truth is never kept in a document.
 */
export const documentSchemas = {
  /** A text about an instrument; the id is its conid. */
  note: z.strictObject({ text: z.string().max(10_000) }),
  /** A coloured mark on an instrument; the id is its conid. */
  flag: z.strictObject({ colour: z.enum(['red', 'amber', 'green', 'blue']) }),
  /** An instrument to be found without searching; the id is its conid. */
  favourite: instrumentMatchSchema.omit({ derivatives: true }).strict(),
  /** Lines drawn on an instrument's chart; the id is its conid. */
  'chart-lines': chartLinesSchema,
  /** An arrangement of panels under a name of the user's; the id is the name. */
  layout: z.strictObject({ layout: deskLayoutSchema }),
  /** How a window stands now; the id is the window's. `layout` is null while its preset is untouched. */
  desk: z.strictObject({
    preset: z.string().max(40),
    layout: deskLayoutSchema.nullable(),
    locked: z.boolean(),
  }),
  /** A scan to be run again; the id is made when it is first saved. */
  scan: savedScanSchema,
} as const;

export type DocumentKind = keyof typeof documentSchemas;
export type DocumentOf<K extends DocumentKind> = z.infer<(typeof documentSchemas)[K]>;

export const documentKindSchema = z.enum(Object.keys(documentSchemas) as [DocumentKind, ...DocumentKind[]]);
export const documentIdSchema = z.string().min(1).max(120);

/** One stored document; `value` fits the schema of its kind. */
export const storedDocumentSchema = z.object({
  kind: documentKindSchema,
  id: documentIdSchema,
  value: z.unknown(),
  changedMs: z.number(),
});
export type StoredDocument = z.infer<typeof storedDocumentSchema>;
