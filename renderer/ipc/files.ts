import { tryCall } from './client';

/** Asks where to, then writes. `value.savedAs` is null when the user cancelled. */
export const saveText = (suggestedName: string, text: string) =>
  tryCall('files.saveText', { suggestedName, text });

/** `base64` without the data URL's head. */
export const savePng = (suggestedName: string, base64: string) =>
  tryCall('files.savePng', { suggestedName, base64 });

/** Asks which file, then reads it as text. `value.file` is null when the user cancelled. */
export const openText = (extensions: ReadonlyArray<string>) =>
  tryCall('files.openText', { extensions: [...extensions] });
