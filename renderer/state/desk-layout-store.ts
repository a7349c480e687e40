import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DeskLayout } from '../../shared/domain/desk-layout';
import { windowId } from './window-id';

/** A window's arrangement: untouched, it is a preset fitted to the room; touched, it is the user's own. */
interface DeskArrangement {
  readonly preset: string;
  /** `null` while the preset is as it came. */
  readonly layout: DeskLayout | null;
  /** Arrangements before this one, latest last. */
  readonly past: ReadonlyArray<DeskLayout | null>;
  readonly locked: boolean;
}

// UX_CONVENTIONS §5: undo of the last 20 layout changes.
const maxUndo = 20;

export const deskArrangement = createStore<DeskArrangement>(() => ({
  // A second window is opened for charts more often than for a second desk.
  preset: windowId === 'main' ? 'trader' : 'chartist',
  layout: null,
  past: [],
  locked: false,
}));

export const useDeskArrangement = <T>(select: (desk: DeskArrangement) => T): T =>
  useStore(deskArrangement, select);

/** The user moved, opened or closed something. What was only looked at (a tab, a size while dragging) is no step. */
export const arrange = (layout: DeskLayout, isStep: boolean): void =>
  deskArrangement.setState((desk) => ({
    layout,
    past: isStep ? [...desk.past, desk.layout].slice(-maxUndo) : desk.past,
  }));

/** Another arrangement altogether; the one before can be had back. */
export const replaceArrangement = (preset: string, layout: DeskLayout | null): void =>
  deskArrangement.setState((desk) => ({ preset, layout, past: [...desk.past, desk.layout].slice(-maxUndo) }));

export const undoArrangement = (): void =>
  deskArrangement.setState((desk) =>
    desk.past.length === 0 ? desk : { layout: desk.past.at(-1) ?? null, past: desk.past.slice(0, -1) },
  );

/** What was stored for this window. */
export const restoreArrangement = (stored: Pick<DeskArrangement, 'preset' | 'layout' | 'locked'>): void =>
  deskArrangement.setState({ ...stored, past: [] });

export const lockArrangement = (locked: boolean): void => deskArrangement.setState({ locked });
