/** What a line of the ledger is about. Apart from its schema, so that the window carries no zod. */
export const entryKinds = ['trade', 'dividend', 'interest', 'fee', 'transfer', 'other'] as const;
export type EntryKind = (typeof entryKinds)[number];
