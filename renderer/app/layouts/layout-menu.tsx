import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tryCall } from '../../ipc/client';
import { documentsQueries } from '../../ipc/documents-queries';
import {
  lockArrangement,
  replaceArrangement,
  undoArrangement,
  useDeskArrangement,
} from '../../state/desk-layout-store';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { presetNames } from '../dock/layout-presets';
import { exportLayout, importLayout, openLayout } from './layout-actions';
import { LayoutDialog } from './layout-dialog';

/** Presets, the user's own layouts, and what can be done with the one on the screen. */
export function LayoutMenu() {
  const [at, setAt] = useState<MenuPlace | null>(null);
  const [dialog, setDialog] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const preset = useDeskArrangement((desk) => desk.preset);
  const untouched = useDeskArrangement((desk) => desk.layout === null);
  const locked = useDeskArrangement((desk) => desk.locked);
  const undoable = useDeskArrangement((desk) => desk.past.length > 0);
  const { data: saved = [] } = useQuery(documentsQueries.list('layout'));

  const items: ReadonlyArray<MenuItem> = [
    ...Object.entries(presetNames).map(([id, name]) => ({
      name: untouched && id === preset ? `${name} (now)` : name,
      onPick: () => replaceArrangement(id, null),
    })),
    ...saved.map(({ id, value }, index) => ({
      name: id,
      newGroup: index === 0,
      onPick: () => openLayout(value.layout),
    })),
    { name: 'Save or delete layouts…', newGroup: true, onPick: () => setDialog(true) },
    { name: 'Export layout…', onPick: () => void exportLayout().then(setMessage) },
    { name: 'Import layout…', onPick: () => void importLayout().then(setMessage) },
    {
      name: 'Undo layout change',
      newGroup: true,
      obstacle: undoable ? null : 'Nothing was changed yet.',
      onPick: undoArrangement,
    },
    {
      name: 'Reset layout',
      obstacle: untouched ? 'It stands as it came.' : null,
      onPick: () => replaceArrangement(preset, null),
    },
    { name: locked ? 'Unlock layout' : 'Lock layout', onPick: () => lockArrangement(!locked) },
    { name: 'New window', newGroup: true, onPick: () => void tryCall('windows.open', {}) },
  ];
  return (
    <>
      <button
        type="button"
        className="button button-quiet header-word"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMessage(null);
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        Layout
      </button>
      <span className="hidden-text" role="status">
        {message}
      </span>
      {at !== null && <Menu label="Layout" at={at} onClose={() => setAt(null)} items={items} />}
      {dialog && <LayoutDialog onClose={() => setDialog(false)} />}
    </>
  );
}
