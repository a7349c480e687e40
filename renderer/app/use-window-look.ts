import { useLayoutEffect } from 'react';
import { useSession } from '../live/session-feed';
import { usePreference, useTheme } from '../state/preferences';

/** Theme, the user's other wishes for the eye, and whose money it is, are worn by the whole window. */
export function useWindowLook(): void {
  const theme = useTheme();
  const change = usePreference('change');
  const density = usePreference('density');
  const typeface = usePreference('typeface');
  const motion = usePreference('motion');
  const flashes = usePreference('flashes');
  const mode = useSession()?.mode ?? 'unknown';
  // Before the effects of the panels: charts read the tokens in theirs.
  useLayoutEffect(() => {
    const look = { theme, change, density, typeface, motion, mode, flashes: flashes ? 'on' : 'off' };
    Object.assign(document.documentElement.dataset, look);
  }, [theme, change, density, typeface, motion, mode, flashes]);
  useLayoutEffect(() => {
    document.title = mode === 'unknown' ? 'Portico' : `Portico · ${mode.toUpperCase()}`;
  }, [mode]);
}
