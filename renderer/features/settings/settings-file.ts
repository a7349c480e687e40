import type { Preferences } from '../../../shared/domain/preferences';
import { openText, saveText } from '../../ipc/files';
import { changePreferences, preferencesNow } from '../../state/preferences';

/** Both answer with a sentence for the user, or `null` when there is nothing to say. */
export async function exportSettings(): Promise<string | null> {
  const text = JSON.stringify({ portico: 'settings', version: 1, ...preferencesNow() }, null, 2);
  const saved = await saveText('portico-settings.json', `${text}\n`);
  if (!saved.ok) return saved.error.message;
  return saved.value.savedAs === null ? null : `Saved as ${saved.value.savedAs}.`;
}

export async function importSettings(): Promise<string | null> {
  const opened = await openText(['json']);
  if (!opened.ok) return opened.error.message;
  if (opened.value.file === null) return null;
  const settings = settingsIn(opened.value.file.text);
  if (settings === null) return 'This file holds no Portico settings. Nothing was changed.';
  // Main checks every field; what it refuses changes nothing.
  const kept = await changePreferences(settings);
  return kept.ok
    ? `Settings taken from ${opened.value.file.name}.`
    : `Nothing was changed: ${kept.error.detail ?? kept.error.message}`;
}

function settingsIn(text: string): Partial<Preferences> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('portico' in value) || value.portico !== 'settings')
      return null;
    const fields = Object.entries(value).filter(([name]) => name !== 'portico' && name !== 'version');
    return Object.fromEntries(fields);
  } catch {
    return null;
  }
}
