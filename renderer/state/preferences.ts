import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppError } from '../../shared/app-error';
import { defaultPreferences, preferenceChoices, type Preferences } from '../../shared/domain/preferences';
import type { Result } from '../../shared/result';
import { setTextStyle } from '../format/style';
import { tryCall, watch } from '../ipc/client';

// Main keeps the preferences. The copy here only spares the first picture a change of theme under the eyes.
const storageKey = 'portico.preferences';
const preferencesStore = createStore<Preferences>(() => lastSeen());
applyTextStyle(preferencesStore.getState());

/** What the user prefers, as main says it. */
export const startPreferencesFeed = (): (() => void) =>
  watch('settings.watch', {}, (preferences) => {
    applyTextStyle(preferences);
    preferencesStore.setState(preferences, true);
    keep(preferences);
  });

export const usePreference = <K extends keyof Preferences>(name: K): Preferences[K] =>
  useStore(preferencesStore, (preferences) => preferences[name]);
export const preferencesNow = (): Preferences => preferencesStore.getState();

/** Asks main to keep it; every window hears of it by the stream. */
export const changePreferences = (change: Partial<Preferences>): Promise<Result<Preferences, AppError>> =>
  tryCall('settings.change', { change: { ...change, ...(change.keys && { keys: { ...change.keys } }) } });

/** The theme that is worn: what was chosen, or what the computer asks for. */
export type Theme = 'dark' | 'light' | 'contrast';

export function useTheme(): Theme {
  const chosen = usePreference('theme');
  const system = useSyncExternalStore(onSystemTheme, systemTheme);
  return chosen === 'system' ? system : chosen;
}

/** Whatever a canvas has to read its colours anew for. */
export const useLook = (): string => `${useTheme()} ${usePreference('change')}`;

/** Whatever has to be drawn anew for numbers, times and rows to look as chosen. */
export const useTextEpoch = (): string =>
  useStore(preferencesStore, ({ numbers, zone, clock, density }) =>
    [numbers, zone, clock, density].join(' '),
  );

const wishesLight = window.matchMedia('(prefers-color-scheme: light)');
const wishesContrast = window.matchMedia('(prefers-contrast: more)');
const systemTheme = (): Theme =>
  wishesContrast.matches ? 'contrast' : wishesLight.matches ? 'light' : 'dark';

function onSystemTheme(listener: () => void): () => void {
  for (const wish of [wishesLight, wishesContrast]) wish.addEventListener('change', listener);
  return () => {
    for (const wish of [wishesLight, wishesContrast]) wish.removeEventListener('change', listener);
  };
}

function applyTextStyle({ numbers, zone, clock }: Preferences): void {
  setTextStyle({
    groupMark: numbers.charAt(1) === ' ' ? '\u202f' : numbers.charAt(1),
    pointMark: numbers.charAt(5),
    hour12: clock === '12h',
    timeZone: zone === 'utc' ? 'UTC' : null,
    atExchange: zone === 'exchange',
  });
}

function lastSeen(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    const fields = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
    // Only choices: main's answer follows at once with the rest.
    const sound = Object.entries(preferenceChoices).filter(([name, choices]) =>
      (choices as ReadonlyArray<unknown>).includes(fields[name]),
    );
    return {
      ...defaultPreferences,
      ...(Object.fromEntries(sound.map(([name]) => [name, fields[name]])) as Partial<Preferences>),
    };
  } catch {
    return defaultPreferences;
  }
}

function keep(preferences: Preferences): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
  } catch {
    // Storage may be off: the first picture is then the default theme's.
  }
}
