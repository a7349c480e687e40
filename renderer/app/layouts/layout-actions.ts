import type { DeskLayout, DockGroup, DockSplit } from '../../../shared/domain/desk-layout';
import { call, tryCall } from '../../ipc/client';
import { openText, saveText } from '../../ipc/files';
import { deskArrangement, replaceArrangement } from '../../state/desk-layout-store';
import { linkOf, linkPanels } from '../../state/linked-instrument';
import { roomNow } from '../dock/desk-room';
import { type PresetId, presetLayout } from '../dock/layout-presets';

/** The arrangement on the screen, with the link groups of its panels. */
export function layoutNow(): DeskLayout {
  const { layout, preset } = deskArrangement.getState();
  const shown = layout ?? presetLayout(preset as PresetId, roomNow());
  return { version: 1, root: eachGroup(shown.root, (group) => withLinks(group)) };
}

/** Puts a layout on the screen; its panels join the groups it was saved with. */
export function openLayout(layout: DeskLayout): void {
  const links = panelsIn(layout.root).flatMap(({ id, link }) =>
    link === undefined ? [] : [[id, link] as const],
  );
  linkPanels(Object.fromEntries(links));
  replaceArrangement(deskArrangement.getState().preset, layout);
}

export const saveLayout = (name: string): Promise<unknown> =>
  call('documents.save', { kind: 'layout', id: name, value: { layout: layoutNow() } });

/** Answers with a sentence, or `null` when there is nothing to say. */
export async function exportLayout(): Promise<string | null> {
  const text = JSON.stringify({ portico: 'layout', ...layoutNow() }, null, 2);
  const saved = await saveText('portico-layout.json', `${text}\n`);
  if (!saved.ok) return saved.error.message;
  return saved.value.savedAs === null ? null : `Layout saved as ${saved.value.savedAs}.`;
}

/** A file may come from anywhere: main checks it by storing it as a layout before anything is drawn from it. */
export async function importLayout(): Promise<string | null> {
  const opened = await openText(['json']);
  if (!opened.ok) return opened.error.message;
  const { file } = opened.value;
  if (file === null) return null;
  const layout = layoutIn(file.text);
  if (layout === null) return `${file.name} holds no Portico layout. Nothing was changed.`;
  const name = file.name.replace(/\.json$/i, '').slice(0, 60);
  const saved = await tryCall('documents.save', { kind: 'layout', id: name, value: { layout } });
  if (!saved.ok) return `${file.name} is no layout Portico understands. Nothing was changed.`;
  openLayout((saved.value.value as { readonly layout: DeskLayout }).layout);
  return `Layout “${name}” imported.`;
}

function layoutIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('portico' in value) || value.portico !== 'layout')
      return null;
    return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'portico'));
  } catch {
    return null;
  }
}

const withLinks = (group: DockGroup): DockGroup => ({
  ...group,
  panels: group.panels.map((panel) => ({ ...panel, link: linkOf(panel.id) })),
});

const eachGroup = (split: DockSplit, change: (group: DockGroup) => DockGroup): DockSplit => ({
  ...split,
  parts: split.parts.map((part) => (part.kind === 'group' ? change(part) : eachGroup(part, change))),
});

const panelsIn = (split: DockSplit): ReadonlyArray<DockGroup['panels'][number]> =>
  split.parts.flatMap((part) => (part.kind === 'group' ? part.panels : panelsIn(part)));
