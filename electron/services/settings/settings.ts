import type { AppError } from '../../../shared/app-error';
import type { Preferences } from '../../../shared/domain/preferences';
import { readPreferences } from '../../../shared/domain/preferences-schema';
import { err, ok, type Result } from '../../../shared/result';
import type { JsonFile } from '../../store/json-file';

/** What is not named, or named `undefined`, stays. */
export type PreferencesChange = { readonly [K in keyof Preferences]?: Preferences[K] | undefined };

/** The user's preferences: read once, kept on disk at each change, told to every window. */
export interface Settings {
  readonly current: () => Preferences;
  readonly change: (change: PreferencesChange) => Result<Preferences, AppError>;
  /** Returns the function that ends it. */
  readonly onChange: (listener: (preferences: Preferences) => void) => () => void;
}

// The file's own version: a later format says so, and this one then starts from defaults without touching it.
const version = 1;

export function createSettings(file: JsonFile): Settings {
  const stored = file.read();
  let preferences = readPreferences(versionOf(stored) === version ? stored : null);
  const listeners = new Set<(preferences: Preferences) => void>();
  return {
    current: () => preferences,
    change: (change) => {
      const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const next: Preferences = { ...preferences, ...named };
      if (!file.write({ version, ...next })) return err(notKept);
      preferences = next;
      for (const listener of listeners) listener(next);
      return ok(next);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const versionOf = (stored: unknown): unknown =>
  typeof stored === 'object' && stored !== null && 'version' in stored ? stored.version : null;

const notKept: AppError = {
  code: 'internal',
  message: 'The setting could not be written to disk.',
  meaning: 'The desk stays as it was. Nothing about your orders changed.',
  action: 'Check that the disk has room and that Portico’s data folder may be written, then try again.',
};
