import type { Conid } from '../../shared/domain/ids';

/** Panels of one group show one instrument. A letter beside each colour: colour is never the only cue. */
export const linkGroups = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type LinkGroup = (typeof linkGroups)[number];

/** What a panel is about: a contract, never a ticker alone. */
export interface LinkedInstrument {
  readonly conid: Conid;
  readonly symbol: string;
}

/** Who is linked with whom, and what groups and unlinked panels show. Group A is the desk's own instrument. */
export interface Links {
  /** By panel id; a panel that is not named is in group A, `null` is linked with nothing. */
  readonly groupOf: Readonly<Record<string, LinkGroup | null>>;
  /** By group, or by panel id for an unlinked panel. */
  readonly shown: Readonly<Record<string, LinkedInstrument>>;
}

export const noLinks: Links = { groupOf: {}, shown: {} };

/** Reads what an earlier window stored; what does not fit is left out. */
export function readLinks(text: string | null): Links {
  const stored = parse(text);
  return {
    groupOf: Object.fromEntries(
      entriesOf(stored['groupOf']).flatMap(([panelId, group]) =>
        group === null || isGroup(group) ? [[panelId, group] as const] : [],
      ),
    ),
    shown: Object.fromEntries(
      entriesOf(stored['shown']).flatMap(([key, value]) => {
        const instrument = instrumentOf(value);
        return instrument === null ? [] : [[key, instrument] as const];
      }),
    ),
  };
}

const isGroup = (value: unknown): value is LinkGroup => linkGroups.some((group) => group === value);

function instrumentOf(value: unknown): LinkedInstrument | null {
  const { conid, symbol } = recordOf(value);
  const known = typeof conid === 'number' && Number.isSafeInteger(conid) && conid > 0;
  if (!known || typeof symbol !== 'string' || symbol === '' || symbol.length > 40) return null;
  // Checked above; the brand says only that.
  return { conid: conid as Conid, symbol };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null || text.length > 20_000) return {};
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const entriesOf = (value: unknown): Array<[string, unknown]> =>
  Object.entries(recordOf(value))
    .filter(([key]) => key.length <= 60)
    .slice(0, 100);
