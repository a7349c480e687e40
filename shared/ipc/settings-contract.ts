import { z } from 'zod';
import { preferencesPatchSchema, preferencesSchema } from '../domain/preferences-schema';
import { call, latest, stream } from './define';

export const settingsContract = {
  /** All preferences now, and again after each change, whichever window made it. */
  'settings.watch': stream(z.strictObject({}), preferencesSchema, latest),
  'settings.change': call(z.strictObject({ change: preferencesPatchSchema }), preferencesSchema),
};
