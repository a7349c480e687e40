import type { DeskLayout, DockGroup, DockSplit } from '../../../shared/domain/desk-layout';

export const presetNames = { trader: 'Trader', investor: 'Investor', chartist: 'Chartist' } as const;
export type PresetId = keyof typeof presetNames;

/** Room for the panels, px. */
export interface DeskSize {
  readonly width: number;
  readonly height: number;
}

type Part = DockSplit | DockGroup;

const group = (weight: number, ...ids: ReadonlyArray<string>): DockGroup => ({
  kind: 'group',
  weight,
  active: 0,
  panels: ids.map((id) => ({ id, panel: id.split(':')[0] ?? id })),
});
const columns = (weight: number, ...parts: ReadonlyArray<Part>): DockSplit => ({
  kind: 'columns',
  weight,
  parts,
});
const rows = (weight: number, ...parts: ReadonlyArray<Part>): DockSplit => ({ kind: 'rows', weight, parts });

/** The layouts a desk starts from, for the room there is: tables and the ticket keep their width, charts grow. */
export function presetLayout(preset: PresetId, size: DeskSize): DeskLayout {
  return { version: 1, root: rows(100, ...presets[preset](size)) };
}

const presets: Readonly<Record<PresetId, (size: DeskSize) => ReadonlyArray<Part>>> = {
  trader: ({ width, height }) => {
    if (width >= 1980 && height >= 1000) {
      const rest = width - 820;
      return [
        columns(2.3, group(400, 'watchlist'), group(rest, 'chart'), group(420, 'ticket')),
        columns(1, group(400 + rest * 0.59, 'portfolio'), group(420 + rest * 0.41, 'orders')),
      ];
    }
    if (width < 940)
      return [
        columns(100, group(width - 300, 'chart', 'watchlist', 'portfolio', 'orders'), group(300, 'ticket')),
      ];
    const [list, ticket] = width >= 1380 ? [290, 340] : [282, 320];
    const market = (weight: number) =>
      columns(weight, group(list, 'watchlist'), group(width - list - ticket, 'chart'));
    return height >= 720
      ? [
          columns(2.8, rows(width - ticket, market(1.7), group(1.1, 'portfolio')), group(ticket, 'ticket')),
          group(0.7, 'orders'),
        ]
      : [
          columns(
            100,
            rows(width - ticket, market(1.4), group(1.25, 'portfolio'), group(0.8, 'orders')),
            group(ticket, 'ticket'),
          ),
        ];
  },
  investor: ({ width }) => {
    const side = width >= 1980 ? 420 : 340;
    return [
      columns(
        100,
        rows(width - side, group(3, 'portfolio'), columns(2, group(1, 'chart'), group(1.4, 'orders'))),
        rows(side, group(1, 'watchlist'), group(1.2, 'ticket')),
      ),
    ];
  },
  chartist: ({ width }) => {
    const list = width >= 1980 ? 360 : 282;
    return [
      columns(
        100,
        group(list, 'watchlist', 'ticket', 'portfolio', 'orders'),
        rows(
          width - list,
          columns(1, group(1, 'chart'), group(1, 'chart:2')),
          columns(1, group(1, 'chart:3'), group(1, 'chart:4')),
        ),
      ),
    ];
  },
};
