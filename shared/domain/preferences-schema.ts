import { z } from 'zod';
import { defaultPreferences, preferenceChoices, type Preferences } from './preferences';

const keysSchema = z
  .record(z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/), z.string().max(40))
  .refine((keys) => Object.keys(keys).length <= 300);

const shape = {
  ...(Object.fromEntries(
    Object.entries(preferenceChoices).map(([name, choices]) => [name, z.literal([...choices])]),
    // Each name of the choices with its own literals, which fromEntries cannot say.
  ) as unknown as { [K in keyof typeof preferenceChoices]: z.ZodType<Preferences[K]> }),
  keys: keysSchema,
};

export const preferencesSchema = z.strictObject(shape);

/** A change: only what is named changes. */
export const preferencesPatchSchema = preferencesSchema.partial();

/** Reads what was stored, field by field: what does not fit is as in a new desk, the rest stays. */
export function readPreferences(stored: unknown): Preferences {
  const fields: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const sound = Object.entries(shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(fields[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return { ...defaultPreferences, ...(Object.fromEntries(sound) as Partial<Preferences>) };
}
