import { nativeTheme } from 'electron';
import type { Preferences } from '../../shared/domain/preferences';
import type { WindowLook } from './window';

// The grounds of renderer/ui/tokens.css.
const grounds = { dark: '#0d1014', light: '#f7f8fa', contrast: '#000000' } as const;

/** What main itself does of the preferences: the ground before the first picture, and the size of everything. */
export function lookOf({ theme, scale }: Preferences): WindowLook {
  const system = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  return { background: grounds[theme === 'system' ? system : theme], zoom: scale / 100 };
}
