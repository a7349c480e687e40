import { Actions, DockLocation, type Model, type Rect, type TabNode, TabSetNode } from 'flexlayout-react';
import { tabOf } from './dock-model';
import { specOf } from './panel-specs';

export type Direction = 'left' | 'right' | 'up' | 'down';

const edges: Readonly<Record<Direction, DockLocation>> = {
  left: DockLocation.LEFT,
  right: DockLocation.RIGHT,
  up: DockLocation.TOP,
  down: DockLocation.BOTTOM,
};

export function tabsetsOf(model: Model): ReadonlyArray<TabSetNode> {
  const found: TabSetNode[] = [];
  model.visitNodes((node) => {
    if (node instanceof TabSetNode) found.push(node);
  });
  return found;
}

/** The group a tab stands in. */
export function tabsetOf(tab: TabNode): TabSetNode | null {
  const parent = tab.getParent();
  return parent instanceof TabSetNode ? parent : null;
}

/** Splits the panel off its own group, to one side of it. */
export function splitOff(model: Model, tab: TabNode, to: Direction): void {
  const own = tabsetOf(tab);
  if (own !== null) model.doAction(Actions.moveNode(tab.getId(), own.getId(), edges[to], -1, true));
}

/** Moves the panel past its neighbour, or to the edge of the desk where there is none. */
export function movePast(model: Model, tab: TabNode, to: Direction): void {
  const own = tabsetOf(tab);
  const root = model.getRootRow();
  if (own === null || root === undefined) return;
  const next = neighbour(model, own, to);
  model.doAction(Actions.moveNode(tab.getId(), (next ?? root).getId(), edges[to], -1, true));
}

/** Makes the panel a tab of another group. */
export const joinGroup = (model: Model, tab: TabNode, group: TabSetNode): void =>
  void model.doAction(Actions.moveNode(tab.getId(), group.getId(), DockLocation.CENTER, -1, true));

/** The nearest group on that side which the two share an edge with. */
function neighbour(model: Model, own: TabSetNode, to: Direction): TabSetNode | null {
  const here = own.getRect();
  const across = to === 'left' || to === 'right';
  const gapTo = (rect: Rect): number =>
    to === 'left'
      ? here.x - rect.getRight()
      : to === 'right'
        ? rect.x - here.getRight()
        : to === 'up'
          ? here.y - rect.getBottom()
          : rect.y - here.getBottom();
  const overlap = (rect: Rect): number =>
    across
      ? Math.min(here.getBottom(), rect.getBottom()) - Math.max(here.y, rect.y)
      : Math.min(here.getRight(), rect.getRight()) - Math.max(here.x, rect.x);
  return (
    tabsetsOf(model)
      .filter((group) => group !== own && gapTo(group.getRect()) >= 0 && overlap(group.getRect()) > 0)
      .sort(
        (a, b) => gapTo(a.getRect()) - gapTo(b.getRect()) || overlap(b.getRect()) - overlap(a.getRect()),
      )[0] ?? null
  );
}

/** Shows a panel: its tab if it is open, else a new one beside panels of its kind, else in the widest place. */
export function openPanel(model: Model, panelId: string, another = false): string | null {
  const spec = specOf(panelId);
  if (spec === null) return null;
  const open = tabsetsOf(model).flatMap((group) => group.getTabNodes());
  const same = open.filter((tab) => tab.getComponent() === panelId);
  const found = same[0];
  if (found !== undefined && !another) {
    leaveMaximised(model, found);
    model.doAction(Actions.selectTab(found.getId()));
    return found.getId();
  }
  const taken = new Set(open.map((tab) => tab.getId()));
  let ordinal = 1;
  const idOf = (): string => (ordinal === 1 ? panelId : `${panelId}:${ordinal}`);
  while (taken.has(idOf())) ordinal += 1;
  const id = idOf();
  const title = ordinal === 1 ? spec.title : `${spec.title} ${ordinal}`;
  const place = placeFor(model, spec.group) ?? model.getRootRow();
  if (place === undefined) return null;
  const maximised = model.getMaximizedTabset();
  if (maximised !== undefined && maximised !== place)
    model.doAction(Actions.maximizeToggle(maximised.getId()));
  model.doAction(
    Actions.addTab(tabOf({ id, panel: panelId }, title), place.getId(), DockLocation.CENTER, -1, true),
  );
  return id;
}

function leaveMaximised(model: Model, tab: TabNode): void {
  const maximised = model.getMaximizedTabset();
  if (maximised !== undefined && maximised !== tabsetOf(tab))
    model.doAction(Actions.maximizeToggle(maximised.getId()));
}

function placeFor(model: Model, group: string): TabSetNode | null {
  const area = (place: TabSetNode): number => place.getRect().width * place.getRect().height;
  // The ticket is kept in sight: what is being sent must never be behind something just opened.
  const places = tabsetsOf(model)
    .filter((place) => place.getTabNodes().every((tab) => tab.getComponent() !== 'ticket'))
    .sort((a, b) => area(b) - area(a));
  const kin = places.filter((place) =>
    place.getTabNodes().some((tab) => specOf(tab.getComponent() ?? '')?.group === group),
  );
  return kin[0] ?? places[0] ?? tabsetsOf(model)[0] ?? null;
}
