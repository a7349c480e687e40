import type { InstrumentMatch } from '../../../shared/domain/instrument';

export interface MatchFilter {
  readonly name: string;
  readonly exchange: string;
  readonly currency: string;
}

/** What is left of many: part of the name, the exchange, the currency. Unknown never matches what is asked for. */
export const narrowed = (
  matches: ReadonlyArray<InstrumentMatch>,
  { name, exchange, currency }: MatchFilter,
): InstrumentMatch[] =>
  matches.filter(
    (match) => has(match.name, name) && starts(match.exchange, exchange) && starts(match.currency, currency),
  );

const has = (text: string, wanted: string): boolean =>
  text.toUpperCase().includes(wanted.trim().toUpperCase());
const starts = (text: string | null, wanted: string): boolean =>
  wanted.trim() === '' || (text ?? '').toUpperCase().startsWith(wanted.trim().toUpperCase());
