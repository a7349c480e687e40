/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly detail?: string;
  /** Its key, as a person reads it. */
  readonly key?: string | null;
  /** Why it cannot be chosen; it stays in its place. */
  readonly obstacle?: string | null;
  readonly run: () => void;
}
