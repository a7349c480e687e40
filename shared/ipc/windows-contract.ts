import { z } from 'zod';
import { call } from './define';

export const windowsContract = {
  /** Another window on the same session, with a layout of its own; `opened` is false when there are enough. */
  'windows.open': call(z.strictObject({}), z.object({ opened: z.boolean() })),
};
