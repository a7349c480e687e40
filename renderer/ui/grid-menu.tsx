import { type MouseEvent, type ReactNode, useMemo, useState } from 'react';
import type { GridColumn } from './grid-model';
import { Menu, type MenuItem, type MenuPlace } from './menu';

/** What can be done with a row: asked for when the menu opens, so that it is never older than the press. */
export interface GridMenu<Row> {
  readonly nameOf: (row: Row) => string;
  readonly itemsOf: (row: Row) => ReadonlyArray<MenuItem>;
}

interface Opened {
  readonly label: string;
  readonly items: ReadonlyArray<MenuItem>;
  readonly at: MenuPlace;
}

/** A grid's row menu: right click, Shift+F10, or the button at the end of the row. */
export function useGridMenu<Row>(
  columns: ReadonlyArray<GridColumn<Row>>,
  menu: GridMenu<Row> | undefined,
): {
  readonly columns: ReadonlyArray<GridColumn<Row>>;
  readonly onContextMenu: (row: Row, event: MouseEvent, more?: ReadonlyArray<MenuItem>) => void;
  readonly element: ReactNode;
} {
  const [opened, setOpened] = useState<Opened | null>(null);
  const withMenu = useMemo(
    () => (menu === undefined ? columns : [...columns, menuColumn(menu, setOpened)]),
    [columns, menu],
  );
  return {
    columns: withMenu,
    onContextMenu: (row, event, more = []) => {
      if (menu === undefined) return;
      event.preventDefault();
      const at = { x: event.clientX, y: event.clientY };
      setOpened({ label: `Actions for ${menu.nameOf(row)}`, items: [...menu.itemsOf(row), ...more], at });
    },
    element: opened !== null && <Menu {...opened} onClose={() => setOpened(null)} />,
  };
}

const menuColumn = <Row,>(menu: GridMenu<Row>, open: (opened: Opened) => void): GridColumn<Row> => ({
  id: 'menu',
  header: 'Actions',
  headerHidden: true,
  width: 28,
  align: 'end',
  cell: (row) => {
    const label = `Actions for ${menu.nameOf(row)}`;
    return (
      <button
        type="button"
        tabIndex={-1}
        className="button button-quiet row-button"
        aria-label={label}
        aria-haspopup="menu"
        onClick={(event) => {
          event.stopPropagation();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          open({ label, items: menu.itemsOf(row), at: { x: left, y: bottom + 2 } });
        }}
      >
        ⋯
      </button>
    );
  },
});
