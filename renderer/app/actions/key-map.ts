import type { DeskAction } from './desk-actions';

/** Each action's key: the user's own, else the one it comes with; `null` for none. */
export const chordsOf = (
  actions: ReadonlyArray<DeskAction>,
  own: Readonly<Record<string, string>>,
): ReadonlyMap<string, string | null> =>
  new Map(actions.map(({ id, key }) => [id, (own[id] ?? key ?? '') || null]));

/** Keys that more than one action has, with those actions. */
export function conflictsIn(
  chords: ReadonlyMap<string, string | null>,
): ReadonlyArray<readonly [string, ReadonlyArray<string>]> {
  const byChord = new Map<string, string[]>();
  for (const [id, chord] of chords)
    if (chord !== null) byChord.set(chord, [...(byChord.get(chord) ?? []), id]);
  return [...byChord].filter(([, ids]) => ids.length > 1);
}
