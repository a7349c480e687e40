import { z } from 'zod';
import { call } from './define';

const fileName = z
  .string()
  .regex(/^[\p{L}\p{N} ._()-]{1,120}$/u)
  .refine((name) => !name.startsWith('.'));

/** Files the user chooses in the system's own dialogs; the window never names a path. */
export const filesContract = {
  /** `savedAs` is the file's name, or null when the user thought better of it. */
  'files.saveText': call(
    z.strictObject({ suggestedName: fileName, text: z.string().max(50_000_000) }),
    z.object({ savedAs: z.string().nullable() }),
  ),
  'files.savePng': call(
    z.strictObject({ suggestedName: fileName, base64: z.base64().max(40_000_000) }),
    z.object({ savedAs: z.string().nullable() }),
  ),
  'files.openText': call(
    z.strictObject({ extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(6) }),
    z.object({ file: z.object({ name: z.string(), text: z.string() }).nullable() }),
  ),
};
