import { useState } from 'react';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';

/** What can be done with the list as a whole. */
export function ListMenu({ items }: { readonly items: ReadonlyArray<MenuItem> }) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-label="List actions"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        ⋯
      </button>
      {at !== null && <Menu label="List actions" at={at} items={items} onClose={() => setAt(null)} />}
    </>
  );
}
