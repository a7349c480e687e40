/** IBKR's own words; `1m` is a month, `1min` a minute (GOTCHAS 45). */
export const barSizes = [
  ...(['1min', '2min', '3min', '5min', '10min', '15min', '30min'] as const),
  ...(['1h', '2h', '3h', '4h', '8h', '1d', '1w', '1m'] as const),
] as const;
export type BarSize = (typeof barSizes)[number];

/** What the bars are made of. `hmds-…` comes from the older historical service, which not every user has. */
export const barSources = [
  ...(['trades', 'midpoint', 'bid-ask'] as const),
  ...(['hmds-last', 'hmds-bid', 'hmds-ask', 'hmds-midpoint', 'hmds-fee-rate', 'hmds-inventory'] as const),
] as const;
export type BarSource = (typeof barSources)[number];

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

interface BarSizeFacts {
  /** Nominal length; a month counts 30.5 days. */
  readonly ms: number;
  /** A trading day or longer: its time is a date, not an instant. */
  readonly daily: boolean;
  /** The longest documented period that certainly allows this bar and stays near the 1,000 bars of an answer. */
  readonly page: DocumentedPeriod;
  /** The same in the older service's words (units S, mins, hrs). */
  readonly hmdsBar: string;
  readonly hmdsPage: string;
  readonly words: string;
}

const facts = (
  ms: number,
  page: DocumentedPeriod,
  hmdsBar: string,
  hmdsPage: string,
  words: string,
): BarSizeFacts => ({ ms, daily: ms >= dayMs, page, hmdsBar, hmdsPage, words });

/** Lengths in ms of the periods that IBKR documents with their permitted bars. Source: BEHAVIOUR §12, read 2026-11. */
export const documentedPeriods = {
  '1min': minuteMs,
  '1h': hourMs,
  '1d': dayMs,
  '1w': 7 * dayMs,
  '1m': 30 * dayMs,
  '3m': 91 * dayMs,
  '6m': 182 * dayMs,
  '1y': 365 * dayMs,
  '2y': 730 * dayMs,
  '3y': 1095 * dayMs,
  '15y': 5479 * dayMs,
} as const;
export type DocumentedPeriod = keyof typeof documentedPeriods;

/** Everything a bar size means. */
export const barFacts: Readonly<Record<BarSize, BarSizeFacts>> = {
  '1min': facts(minuteMs, '1d', '1mins', '1d', '1 minute'),
  '2min': facts(2 * minuteMs, '1d', '2mins', '1d', '2 minutes'),
  '3min': facts(3 * minuteMs, '1d', '3mins', '1d', '3 minutes'),
  '5min': facts(5 * minuteMs, '1d', '5mins', '1d', '5 minutes'),
  '10min': facts(10 * minuteMs, '1w', '10mins', '1w', '10 minutes'),
  '15min': facts(15 * minuteMs, '1w', '15mins', '1w', '15 minutes'),
  '30min': facts(30 * minuteMs, '1w', '30mins', '1w', '30 minutes'),
  '1h': facts(hourMs, '1m', '1hrs', '1m', '1 hour'),
  '2h': facts(2 * hourMs, '1m', '2hrs', '1m', '2 hours'),
  '3h': facts(3 * hourMs, '3m', '3hrs', '3m', '3 hours'),
  '4h': facts(4 * hourMs, '3m', '4hrs', '3m', '4 hours'),
  '8h': facts(8 * hourMs, '6m', '8hrs', '6m', '8 hours'),
  '1d': facts(dayMs, '2y', '1d', '1y', '1 day'),
  '1w': facts(7 * dayMs, '15y', '1w', '5y', '1 week'),
  '1m': facts(30.5 * dayMs, '15y', '1m', '5y', '1 month'),
};

/** Shortest and longest bar that IBKR allows in each period — BEHAVIOUR §12. */
const permitted: Readonly<Record<DocumentedPeriod, readonly [BarSize, BarSize]>> = {
  '1min': ['1min', '1min'],
  '1h': ['1min', '8h'],
  '1d': ['1min', '8h'],
  '1w': ['10min', '1w'],
  '1m': ['1h', '1m'],
  '3m': ['2h', '1m'],
  '6m': ['4h', '1m'],
  '1y': ['8h', '1m'],
  '2y': ['1d', '1m'],
  '3y': ['1d', '1m'],
  '15y': ['1w', '1m'],
};

export function isPermitted(period: DocumentedPeriod, bar: BarSize): boolean {
  const [shortest, longest] = permitted[period];
  return barFacts[bar].ms >= barFacts[shortest].ms && barFacts[bar].ms <= barFacts[longest].ms;
}

/** The shortest documented period of this bar that covers the time; the page period where none does. */
export function shortestPeriod(bar: BarSize, neededMs: number): DocumentedPeriod {
  // Object keys come in the order they were written: shortest first.
  const all = Object.keys(documentedPeriods) as DocumentedPeriod[];
  const page = documentedPeriods[barFacts[bar].page];
  return (
    all.find(
      (period) =>
        isPermitted(period, bar) &&
        documentedPeriods[period] >= Math.max(neededMs, barFacts[bar].ms) &&
        documentedPeriods[period] <= page,
    ) ?? barFacts[bar].page
  );
}
