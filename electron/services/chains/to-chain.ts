import {
  type Chain,
  type ChainContract,
  chainKindSchema,
  chainMonthSchema,
  type ChainKind,
} from '../../../shared/domain/chain';
import { compare, type Decimal, toDecimal } from '../../../shared/domain/decimal';
import { conidSchema } from '../../../shared/domain/ids';
import { isRecord, recordsOf, textOf, type WireRecord } from '../wire-record';

/** Where a hit of the search lists its exact days, by kind — OpenAPI 2.28, read 2026-11; often absent. */
const datesOf: Readonly<Record<ChainKind, string>> = { OPT: 'opt', FOP: 'fop', WAR: 'war' };

/** The chains that a hit of /iserver/secdef/search names. Lists are joined with semicolons, one sometimes at the end. */
export const toChains = (hit: WireRecord, today: string): Chain[] =>
  recordsOf(hit['sections']).flatMap((section) => {
    const kind = chainKindSchema.safeParse(section['secType']);
    const months = parts(section['months']).filter((month) => chainMonthSchema.safeParse(month).success);
    if (!kind.success || months.length === 0) return [];
    const expiries = parts(hit[datesOf[kind.data]]).filter((date) => /^\d{8}$/.test(date) && date >= today);
    return [{ kind: kind.data, months, exchanges: parts(section['exchange']), expiries }];
  });

/** Numbers or text, in whatever order; ascending and each once. */
export function toStrikes(value: unknown): Decimal[] {
  const strikes = (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one) => toDecimal(one) ?? []);
  return [...new Set(strikes)].sort(compare);
}

/**
 * Rows of /iserver/secdef/info, a single one sometimes bare. A row without id, side, strike or day is left out: it
 * cannot be traded. Weekly and monthly days of one month come together. Source: OpenAPI 2.28, read 2026-11.
 */
export const toContracts = (data: unknown, today: string): ChainContract[] =>
  (isRecord(data) ? [data] : recordsOf(data)).flatMap((row) => {
    const conid = conidSchema.safeParse(Number(row['conid']));
    const strike = toDecimal(row['strike']);
    const right = row['right'] === 'C' ? 'C' : row['right'] === 'P' ? 'P' : null;
    const expiry = textOf(row['maturityDate']);
    if (!conid.success || strike === null || right === null || expiry === null) return [];
    if (!/^\d{8}$/.test(expiry) || expiry < today) return [];
    return [
      {
        ...{ conid: conid.data, right, strike, expiry },
        tradingClass: textOf(row['tradingClass']),
        multiplier: toDecimal(row['multiplier']),
        exchange: textOf(row['exchange']),
        words: textOf(row['desc2']),
      },
    ];
  });

const parts = (value: unknown): string[] => (textOf(value) ?? '').split(';').filter((part) => part !== '');
