import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import { isDecimal } from '../../../shared/domain/decimal';
import { conidSchema } from '../../../shared/domain/ids';
import {
  type DatedScanParameters,
  type Scan,
  type ScanParameters,
  scanParametersSchema,
  type ScanResult,
  type ScanSource,
} from '../../../shared/domain/scanner';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { recordOf, recordsOf } from '../wire-record';
import { toParameters } from './to-parameters';
import { type Found, historicalConids, toHistoricalRows, toMarketRows } from './to-scan-rows';

/** IBKR: one reading of the parameters in 15 minutes — GOTCHAS 114, read 2026-11. */
const quotaMs = 900_000;
// Rankings and filters change a few times a year.
const freshMs = 24 * 60 * 60_000;
const mostHistorical = 250;

const kinds = { parameters: 'scan-parameters', seen: 'scan-seen' } as const;
const seenSchema = z.array(conidSchema);

export interface Scanners {
  /** Shared by all panels that ask at once; a copy is better than a failure and says its age. */
  readonly parameters: (asked: {
    readonly source: ScanSource;
    readonly renew: boolean;
  }) => Promise<Result<DatedScanParameters, AppError>>;
  /** One run; what it found is remembered, so that the next run of the same scan can say what is new. */
  readonly run: (scan: Scan) => Promise<Result<ScanResult, AppError>>;
}

export function createScanners(
  gateway: Pick<Gateway, 'scanners' | 'contracts'>,
  cache: Cache,
  clock: Clock,
): Scanners {
  const { scanners, contracts } = gateway;

  const readParameters = (source: ScanSource): Promise<Result<ScanParameters, AppError>> =>
    read(source === 'market' ? scanners.scannerParameters({}) : scanners.hmdsScannerParameters({}), (data) =>
      toParameters(recordOf(data)),
    );

  const parametersNow: Scanners['parameters'] = async ({ source, renew }) => {
    const kept = cache.get(kinds.parameters, source, scanParametersSchema);
    const age = kept === null ? Infinity : clock.now() - kept.atMs;
    const dated = (parameters: ScanParameters, atMs: number, remark: string | null): DatedScanParameters => ({
      ...{ parameters, asOfMs: atMs, remark },
      nextMs: clock.now() - atMs < quotaMs ? atMs + quotaMs : null,
    });
    // A clock set back makes the age negative: such a copy is as old as one can be.
    if (kept !== null && age >= 0 && age < (renew ? quotaMs : freshMs))
      return ok(dated(kept.value, kept.atMs, null));
    const answer = await readParameters(source);
    if (!answer.ok) return kept === null ? answer : ok(dated(kept.value, kept.atMs, answer.error.message));
    cache.put(kinds.parameters, source, answer.value);
    return ok(dated(answer.value, clock.now(), null));
  };

  const find = async (scan: Scan): Promise<Result<Found, AppError>> => {
    if (scan.source === 'market')
      return read(
        scanners.marketScanner({
          ...{ instrument: scan.instrument, type: scan.ranking, location: scan.place },
          filter: scan.filters.map(({ code, value }) => ({ code, value: wireValue(value) })),
        }),
        (data) => toMarketRows(recordOf(data)),
      );
    const answer = await read(
      scanners.hmdsMarketScanner({
        ...{ instrument: scan.instrument, location: scan.place, scanCode: scan.ranking },
        secType: secTypeOf(scan.instrument),
        filter: scan.filters.map(({ code, value }) => ({ [code]: wireValue(value) })),
        maxItems: mostHistorical,
      }),
      (data) => recordOf(data),
    );
    if (!answer.ok) return answer;
    const conids = historicalConids(answer.value);
    if (conids.length === 0) return ok(toHistoricalRows(answer.value, []));
    const named = await contracts.securityDefinitionByConid({ conids });
    return ok(
      toHistoricalRows(answer.value, named.ok ? recordsOf(recordOf(named.value.data)['secdef']) : []),
    );
  };

  const flights = new Map<string, ReturnType<Scanners['parameters']>>();
  return {
    parameters: (asked) => {
      const key = `${asked.source} ${asked.renew}`;
      const flight = flights.get(key) ?? parametersNow(asked).finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
    async run(scan) {
      const found = await find(scan);
      if (!found.ok) return err(found.error);
      const key = JSON.stringify(scan);
      const before = cache.get(kinds.seen, key, seenSchema);
      const known = before === null ? null : new Set<number>(before.value);
      const { rows, figureName, total } = found.value;
      cache.put(
        kinds.seen,
        key,
        rows.map(({ conid }) => conid),
      );
      return ok({
        rows: rows.map((row) => ({ ...row, isNew: known !== null && !known.has(row.conid) })),
        ...{ figureName, total, atMs: clock.now(), previousMs: before?.atMs ?? null },
      });
    },
  };
}

/** Bounds go out as numbers, choices as their text. No money is moved by either. */
const wireValue = (value: string): number | string => (isDecimal(value) ? Number(value) : value);

/** `STOCK.EU` and `ETF.EQ.US` are shares to IBKR's older scanner; others begin with their type. */
function secTypeOf(instrument: string): string {
  const [first = instrument] = instrument.split('.');
  return ['STOCK', 'ETF'].includes(first) ? 'STK' : first;
}
