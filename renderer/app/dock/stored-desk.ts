import { useEffect, useState } from 'react';
import type { DocumentOf } from '../../../shared/domain/document';
import { tryCall } from '../../ipc/client';
import { deskArrangement, restoreArrangement } from '../../state/desk-layout-store';
import { windowId } from '../../state/window-id';

// Long enough for one drag to be one write; short enough that a crash loses nothing a hand would miss.
const settleMs = 250;

/** True once this window stands as it was left. From then on each change is kept in main, crash or not. */
export function useStoredDesk(): boolean {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    let ended = false;
    let stop = (): void => undefined;
    void tryCall('documents.list', { kind: 'desk' }).then((listed) => {
      if (ended) return;
      const stored = listed.ok ? listed.value.find(({ id }) => id === windowId) : undefined;
      // Main has checked it against its kind.
      if (stored !== undefined) restoreArrangement(stored.value as DocumentOf<'desk'>);
      stop = keepDesk();
      setRestored(true);
    });
    return () => {
      ended = true;
      stop();
    };
  }, []);
  return restored;
}

function keepDesk(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    const { preset, layout, locked } = deskArrangement.getState();
    void tryCall('documents.save', { kind: 'desk', id: windowId, value: { preset, layout, locked } });
  };
  const unsubscribe = deskArrangement.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, settleMs);
  });
  return () => {
    unsubscribe();
    if (timer !== undefined) {
      clearTimeout(timer);
      save();
    }
  };
}
