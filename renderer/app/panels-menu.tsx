import { useState } from 'react';
import { showPanel } from '../state/panel-requests';
import { Menu, type MenuPlace } from '../ui/menu';
import { panels } from './panels';

/** Opens any panel of the registry. */
export function PanelsMenu() {
  const [at, setAt] = useState<MenuPlace | null>(null);
  return (
    <>
      <button
        type="button"
        className="button button-quiet header-word"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        Panels
      </button>
      {at !== null && <Menu label="Panels" at={at} onClose={() => setAt(null)} items={items} />}
    </>
  );
}

const items = panels.map(({ id, title, group }, index) => ({
  name: title,
  newGroup: index > 0 && panels[index - 1]?.group !== group,
  onPick: () => showPanel(id),
}));
