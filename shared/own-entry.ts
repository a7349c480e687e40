/**
 * What a table holds under a key that came from elsewhere. Plain indexing would find `constructor` and its kin in
 * every object, and text of IBKR's may be just that.
 */
export const ownEntry = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
