import { z } from 'zod';
import {
  documentIdSchema,
  documentKindSchema,
  documentSchemas,
  storedDocumentSchema,
} from '../domain/document';
import { call } from './define';

const documentKey = z.strictObject({ kind: documentKindSchema, id: documentIdSchema });

export const documentsContract = {
  'documents.list': call(documentKey.pick({ kind: true }), z.array(storedDocumentSchema)),
  /** Writes the whole document. */
  'documents.save': call(
    documentKey
      .extend({ value: z.unknown() })
      .refine(({ kind, value }) => documentSchemas[kind].safeParse(value).success, {
        message: 'The document does not fit its kind.',
      }),
    storedDocumentSchema,
  ),
  'documents.remove': call(documentKey, z.object({ removed: z.boolean() })),
};
