import { z } from 'zod';

/** A link group; panels of one group show the same instrument. `null` follows nobody. */
const linkSchema = z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']).nullable();

const panelIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** One open panel. `id` is unique in its layout and survives moves: what a panel remembers hangs on it. */
const dockedPanelSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}(:[1-9]\d{0,2})?$/),
  panel: panelIdSchema,
  link: linkSchema.optional(),
});
export type DockedPanel = z.infer<typeof dockedPanelSchema>;

const weightSchema = z.number().positive().max(100_000);

/** Panels in one place, as tabs; `active` is the one seen. */
const dockGroupSchema = z.strictObject({
  kind: z.literal('group'),
  weight: weightSchema,
  active: z.int().min(0).max(99),
  panels: z.array(dockedPanelSchema).min(1).max(40),
});
export type DockGroup = z.infer<typeof dockGroupSchema>;

/** Places beside each other (`columns`) or below each other (`rows`), in shares of their weights. */
export interface DockSplit {
  readonly kind: 'rows' | 'columns';
  readonly weight: number;
  readonly parts: ReadonlyArray<DockSplit | DockGroup>;
}

// Deeper than any screen has room for, and bounded: a layout file may come from anywhere.
const splitSchema = (depth: number): z.ZodType<DockSplit> =>
  z.strictObject({
    kind: z.enum(['rows', 'columns']),
    weight: weightSchema,
    parts: z
      .array(depth === 0 ? dockGroupSchema : z.union([dockGroupSchema, splitSchema(depth - 1)]))
      .max(12),
  });

/** How one window is arranged. An empty `parts` is an empty desk. */
export const deskLayoutSchema = z.strictObject({ version: z.literal(1), root: splitSchema(6) });
export type DeskLayout = Readonly<z.infer<typeof deskLayoutSchema>>;
