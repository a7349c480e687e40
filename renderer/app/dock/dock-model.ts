import type { TabNode } from 'flexlayout-react';
import {
  type IJsonModel,
  type IJsonRowNode,
  type IJsonTabNode,
  type IJsonTabSetNode,
  Model,
  type Node,
  RowNode,
  TabSetNode,
} from 'flexlayout-react';
import type { DeskLayout, DockedPanel, DockGroup, DockSplit } from '../../../shared/domain/desk-layout';

type Kind = DockSplit['kind'];

/**
 * FlexLayout's model of one of our layouts. Tabs keep the ids of our panels; given the model before, what is inside
 * the panels is kept too.
 */
export function toModel(
  layout: DeskLayout,
  titleOf: (panel: DockedPanel) => string | null,
  locked: boolean,
  before?: Model,
): Model {
  // Its rows alternate from a vertical root; a split of ours that does not is wrapped once.
  const row = (split: DockSplit, wanted: Kind): IJsonRowNode =>
    split.kind === wanted
      ? {
          type: 'row',
          weight: split.weight,
          children: split.parts.flatMap((part) => {
            if (part.kind === 'group') return tabset(part);
            return part.parts.length === 0 ? [] : [row(part, other(wanted))];
          }),
        }
      : { type: 'row', weight: split.weight, children: [row(split, other(wanted))] };

  const tabset = (group: DockGroup): IJsonTabSetNode[] => {
    const children = group.panels.flatMap((panel): IJsonTabNode[] => {
      const title = titleOf(panel);
      // A panel this version does not have: the rest of the layout still stands.
      return title === null ? [] : [tabOf(panel, title)];
    });
    if (children.length === 0) return [];
    const selected = Math.min(group.active, children.length - 1);
    return [{ type: 'tabset', weight: group.weight, selected, children }];
  };

  const json: IJsonModel = {
    global: {
      rootOrientationVertical: true,
      tabEnableClose: !locked,
      tabEnableDrag: !locked,
      tabEnableScrollbars: false,
      tabMinWidth: 160,
      tabMinHeight: 72,
      tabSetEnableDrag: !locked,
      tabSetEnableDrop: !locked,
      tabSetEnableDivide: !locked,
      tabSetEnableMaximize: true,
    },
    layout: row(layout.root, 'rows'),
  };
  return Model.fromJson(json, before);
}

export const tabOf = (panel: DockedPanel, name: string): IJsonTabNode => ({
  type: 'tab',
  id: panel.id,
  name,
  component: panel.panel,
});

/** Our layout as FlexLayout's model has it now; sizes as shares of a hundred. */
export function toLayout(model: Model): DeskLayout {
  const root = model.getRootRow();
  return { version: 1, root: root === undefined ? emptyRoot : split(root, 'rows') };
}

const emptyRoot: DockSplit = { kind: 'rows', weight: 100, parts: [] };

const split = (row: RowNode, kind: Kind): DockSplit => ({
  kind,
  weight: weightOf(row),
  parts: row.getChildren().flatMap((child: Node): (DockSplit | DockGroup)[] => {
    if (child instanceof RowNode) return [split(child, other(kind))];
    if (!(child instanceof TabSetNode)) return [];
    const panels = child.getTabNodes().map(dockedOf);
    return panels.length === 0
      ? []
      : [{ kind: 'group', weight: weightOf(child), active: Math.max(0, child.getSelected()), panels }];
  }),
});

/** The panel a tab holds. */
export function dockedOf(tab: TabNode): DockedPanel {
  return { id: tab.getId(), panel: tab.getComponent() ?? '' };
}

const weightOf = (node: RowNode | TabSetNode): number =>
  Math.max(0.01, Math.round(node.getWeight() * 100) / 100);
const other = (kind: Kind): Kind => (kind === 'rows' ? 'columns' : 'rows');
