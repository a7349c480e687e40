import type { DockedPanel } from '../../../shared/domain/desk-layout';
import { panels, type PanelSpec } from '../panels';

const byId: ReadonlyMap<string, PanelSpec> = new Map(panels.map((spec) => [spec.id, spec]));

export const specOf = (panelId: string): PanelSpec | null => byId.get(panelId) ?? null;

/** 2 for the second of a kind in a layout: "chart:2". */
export const ordinalOf = (id: string): number => Number(id.split(':')[1] ?? 1);

/** As the user reads it; `null` for a panel this version does not have. */
export function titleOf({ id, panel }: DockedPanel): string | null {
  const spec = specOf(panel);
  if (spec === null) return null;
  const ordinal = ordinalOf(id);
  return ordinal > 1 ? `${spec.title} ${ordinal}` : spec.title;
}
