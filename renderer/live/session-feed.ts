import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SessionState } from '../../shared/domain/session';
import { watch } from '../ipc/client';

const sessionStore = createStore<{ session: SessionState | null }>(() => ({ session: null }));

/** Main's own view of the session, mirrored; never inferred from a read that failed. */
export const startSessionFeed = (): (() => void) => watch('session.watch', {}, showSession);

/** The answer of `checkNow` and `takeOver` arrives before the next event. */
export const showSession = (session: SessionState): void => sessionStore.setState({ session });

export const useSession = (): SessionState | null => useStore(sessionStore, (state) => state.session);

/** True while reads make sense. Values on the screen stay when it turns false; they are drawn as stale. */
export const useReady = (): boolean => useStore(sessionStore, (state) => state.session?.status === 'ready');

/** True while nothing will be read until somebody acts: what was never read is not on its way. */
export const useDown = (): boolean =>
  useStore(
    sessionStore,
    ({ session }) => session !== null && !['ready', 'connecting', 'not-established'].includes(session.status),
  );

/** True while prices and orders arrive as they happen. */
export const useStreaming = (): boolean =>
  useStore(sessionStore, ({ session }) => session?.status === 'ready' && session.stream === 'live');
