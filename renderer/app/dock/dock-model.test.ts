// Seam: a stored layout and the moving model say the same thing, whatever came from a file.
import { expect, it } from 'vitest';
import {
  deskLayoutSchema,
  type DeskLayout,
  type DockGroup,
  type DockSplit,
} from '../../../shared/domain/desk-layout';
import { toLayout, toModel } from './dock-model';
import { type PresetId, presetLayout, presetNames } from './layout-presets';

const titleOf = ({ panel }: { readonly panel: string }): string | null => (panel === 'gone' ? null : panel);
const idsOf = (part: DockSplit): string[] =>
  part.parts.flatMap((inner) => (inner.kind === 'group' ? inner.panels.map(({ id }) => id) : idsOf(inner)));

const sizes = [
  { width: 1264, height: 660 },
  { width: 1424, height: 845 },
  { width: 2544, height: 1385 },
];
const presets = Object.keys(presetNames) as PresetId[];
it.each(presets.flatMap((preset) => sizes.map((size) => [preset, size] as const)))(
  'keeps the preset %s at %j over a round',
  (preset, size) => {
    const layout = presetLayout(preset, size);
    const back = toLayout(toModel(layout, titleOf, false));
    expect(deskLayoutSchema.safeParse(back).success).toBe(true);
    expect(idsOf(back.root)).toEqual(idsOf(layout.root));
    const again = toLayout(toModel(back, titleOf, false));
    expect(again).toEqual(back);
  },
);

const groupOf = (...panels: ReadonlyArray<{ id: string; panel: string }>): DockGroup => ({
  kind: 'group',
  weight: 1,
  active: 5,
  panels: [...panels],
});

it('leaves out a panel this version does not have, and the place that held only it', () => {
  const layout: DeskLayout = {
    version: 1,
    root: {
      kind: 'columns',
      weight: 1,
      parts: [
        groupOf({ id: 'gone', panel: 'gone' }),
        groupOf({ id: 'chart', panel: 'chart' }, { id: 'gone:2', panel: 'gone' }),
      ],
    },
  };
  const back = toLayout(toModel(layout, titleOf, false));
  expect(idsOf(back.root)).toEqual(['chart']);
});

it('refuses a layout nested without end, unknown words and wild sizes', () => {
  const nest = (depth: number): unknown =>
    depth === 0
      ? groupOf({ id: 'chart', panel: 'chart' })
      : { kind: 'rows', weight: 1, parts: [nest(depth - 1)] };
  const fits = (root: unknown) => deskLayoutSchema.safeParse({ version: 1, root }).success;
  expect(fits(nest(5))).toBe(true);
  expect(fits(nest(12))).toBe(false);
  expect(fits({ kind: 'rows', weight: -1, parts: [] })).toBe(false);
  expect(fits({ kind: 'rows', weight: 1, parts: [], script: 'x' })).toBe(false);
  expect(fits({ kind: 'rows', weight: 1, parts: [groupOf({ id: '../x', panel: 'chart' })] })).toBe(false);
});
