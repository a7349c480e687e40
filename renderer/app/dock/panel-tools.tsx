import { Actions, type TabNode } from 'flexlayout-react';
import { useState } from 'react';
import { lockArrangement } from '../../state/desk-layout-store';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { type Direction, joinGroup, movePast, openPanel, splitOff, tabsetOf, tabsetsOf } from './dock-moves';
import { focusPanel } from './panel-focus';

/** At the end of a panel's header: everything the mouse can do with a panel, for the keyboard too. */
export function PanelTools({ tab, locked }: { readonly tab: TabNode; readonly locked: boolean }) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  return (
    <>
      <button
        type="button"
        className="button button-quiet panel-menu-button"
        aria-label={`Panel menu: ${tab.getName()}`}
        data-panel-menu={tab.getId()}
        title="Panel menu"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { right, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: right - 200, y: bottom + 4 });
        }}
      >
        ⋮
      </button>
      {at !== null && (
        <Menu
          label={`Panel menu: ${tab.getName()}`}
          at={at}
          onClose={() => setAt(null)}
          items={itemsOf(tab, locked)}
        />
      )}
    </>
  );
}

const directions: ReadonlyArray<Direction> = ['left', 'right', 'up', 'down'];

function itemsOf(tab: TabNode, locked: boolean): ReadonlyArray<MenuItem> {
  const model = tab.getModel();
  const own = tabsetOf(tab);
  if (own === null) return [];
  const obstacle = locked ? 'The layout is locked.' : null;
  // The panel itself keeps the keyboard, wherever it went.
  const keeping = (act: () => void) => () => {
    act();
    focusPanel(tab.getId());
  };
  const maximise: MenuItem = {
    name: own.isMaximized() ? 'Restore' : 'Maximise',
    onPick: keeping(() => void model.doAction(Actions.maximizeToggle(own.getId()))),
  };
  if (locked)
    return [maximise, { name: 'Unlock the layout', newGroup: true, onPick: () => lockArrangement(false) }];
  const alone = own.getTabNodes().length === 1;
  return [
    maximise,
    ...directions.map((to, index) => ({
      name: alone ? `Move ${to}` : `Split off ${to === 'up' ? 'above' : to === 'down' ? 'below' : to}`,
      newGroup: index === 0,
      obstacle,
      onPick: keeping(() => (alone ? movePast : splitOff)(model, tab, to)),
    })),
    ...tabsetsOf(model)
      .filter((group) => group !== own)
      .map((group, index) => ({
        name: `Tab beside ${group.getSelectedNode()?.getName() ?? 'the empty place'}`,
        newGroup: index === 0,
        onPick: keeping(() => joinGroup(model, tab, group)),
      })),
    {
      name: 'Open another',
      newGroup: true,
      onPick: () => {
        const id = openPanel(model, tab.getComponent() ?? '', true);
        if (id !== null) focusPanel(id);
      },
    },
    { name: 'Lock the layout', onPick: () => lockArrangement(true) },
    {
      name: 'Close panel',
      onPick: () => {
        const next = own.getTabNodes().find((other) => other !== tab);
        model.doAction(Actions.deleteTab(tab.getId()));
        focusPanel(next?.getId() ?? null);
      },
    },
  ];
}
