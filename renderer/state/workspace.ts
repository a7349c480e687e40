import type { AccountId, Conid } from '../../shared/domain/ids';

export type AmountsIn = 'base' | 'local';

/** What the user chose to look at. Never broker truth. */
export interface Workspace {
  readonly accountId: AccountId | null;
  readonly conid: Conid | null;
  readonly symbol: string | null;
  readonly watchlistId: string | null;
  /** Amounts hidden from whoever looks on. */
  readonly discreet: boolean;
  /** Portfolio amounts in the account's base currency, or each in its own. */
  readonly amountsIn: AmountsIn;
  /** Columns of the order tables left out by choice. */
  readonly hiddenOrderColumns: ReadonlyArray<string>;
}

export const emptyWorkspace: Workspace = {
  accountId: null,
  conid: null,
  symbol: null,
  watchlistId: null,
  discreet: false,
  amountsIn: 'base',
  hiddenOrderColumns: [],
};

/** Reads what an earlier window stored. Anything unexpected falls back field by field; it never stops the start. */
export function readWorkspace(text: string | null): Workspace {
  const stored = parse(text);
  if (stored['version'] !== 1) return emptyWorkspace;
  const conid = stored['conid'];
  const symbol = shortText(stored['symbol']);
  const known = typeof conid === 'number' && Number.isSafeInteger(conid) && conid > 0 && symbol !== null;
  const accountId = shortText(stored['accountId']);
  return {
    accountId: accountId !== null && /^[A-Za-z0-9._-]+$/.test(accountId) ? (accountId as AccountId) : null,
    conid: known ? (conid as Conid) : null,
    symbol: known ? symbol : null,
    watchlistId: shortText(stored['watchlistId']),
    discreet: stored['discreet'] === true,
    amountsIn: stored['amountsIn'] === 'local' ? 'local' : 'base',
    hiddenOrderColumns: shortTexts(stored['hiddenOrderColumns']),
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null || text.length > 4000) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const shortText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= 40 ? value : null;

const shortTexts = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.map(shortText).filter((text) => text !== null) : [];
