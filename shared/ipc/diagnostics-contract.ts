import { z } from 'zod';
import { call } from './define';

export const diagnosticsContract = {
  /** What would be in a diagnostics file, word for word; saving it is the window's next step. */
  'diagnostics.read': call(z.strictObject({}), z.object({ text: z.string() })),
};
