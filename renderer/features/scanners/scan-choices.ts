import type { Scan, ScanFilter, ScanParameters, ScanSource } from '../../../shared/domain/scanner';
import type { PickOption } from '../../ui/pick-input';

export const instrumentOptions = ({ instruments }: ScanParameters): PickOption[] =>
  instruments.map(({ type, name }) => ({ value: type, text: name, note: type }));

export const placeOptions = ({ places }: ScanParameters, instrument: string): PickOption[] =>
  places
    .filter((place) => place.instrument === instrument)
    .map(({ type, name, depth }) => ({ value: type, text: name, note: type, depth }));

export const rankingOptions = ({ scans }: ScanParameters, instrument: string): PickOption[] =>
  scans
    .filter(({ instruments }) => instruments.length === 0 || instruments.includes(instrument))
    .map(({ code, name }) => ({ value: code, text: name, note: code }));

/**
 * Filters for a kind of instrument. IBKR names them there by code, by group or without their side
 * (`afterHoursChange` for `afterHoursChangeAbove`), and for some kinds not at all: then all are offered.
 */
export function filtersFor({ instruments, filters }: ScanParameters, instrument: string): ScanFilter[] {
  const named = new Set(instruments.find(({ type }) => type === instrument)?.filters ?? []);
  const fitting = filters.filter(
    ({ code, group }) => named.has(code) || named.has(group) || named.has(code.replace(/(Above|Below)$/, '')),
  );
  return fitting.length > 0 ? fitting : [...filters];
}

/** Another kind of instrument keeps what still fits and takes IBKR's first choice for the rest. */
export function withInstrument(parameters: ScanParameters, scan: Scan, instrument: string): Scan {
  const places = placeOptions(parameters, instrument);
  const rankings = rankingOptions(parameters, instrument);
  const fitting = new Set(filtersFor(parameters, instrument).map(({ code }) => code));
  return {
    ...scan,
    instrument,
    place: kept(places, scan.place) ?? instrument,
    ranking: kept(rankings, scan.ranking) ?? scan.ranking,
    filters: scan.filters.filter(({ code }) => fitting.has(code)),
  };
}

const kept = (options: ReadonlyArray<PickOption>, value: string): string | undefined =>
  (options.find((option) => option.value === value) ?? options[0])?.value;

/** What a new scan begins with: IBKR's first kind of instrument, its first place and ranking. */
export const firstScan = (parameters: ScanParameters, source: ScanSource): Scan =>
  withInstrument(
    parameters,
    { source, instrument: '', place: '', ranking: '', filters: [] },
    parameters.instruments[0]?.type ?? '',
  );

/** Why the scan cannot be run as it stands, or `null`. */
export function obstacleOf(parameters: ScanParameters, scan: Scan): string | null {
  if (scan.instrument === '' || scan.ranking === '') return 'Choose an instrument and a ranking.';
  for (const { code, value } of scan.filters) {
    const filter = parameters.filters.find((known) => known.code === code);
    if (filter === undefined) return `IBKR no longer has the filter ${code}.`;
    if (value.trim() === '') return `${filter.name}: no value yet.`;
    if (filter.kind === 'number' && !/^-?\d+(\.\d+)?$/.test(value.trim())) return `${filter.name}: a number.`;
    if (filter.kind === 'date' && !/^\d{8}$/.test(value.trim())) return `${filter.name}: a day as 20261231.`;
  }
  return null;
}

export const rankingName = (parameters: ScanParameters, scan: Scan): string =>
  parameters.scans.find(({ code }) => code === scan.ranking)?.name ?? scan.ranking;
