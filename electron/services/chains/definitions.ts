import { z } from 'zod';
import type { AppError } from '../../../shared/app-error';
import {
  type ChainContract,
  chainContractSchema,
  type ChainPart,
  type ChainStrikes,
} from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { decimalSchema } from '../../../shared/domain/decimal-schema';
import type { Conid } from '../../../shared/domain/ids';
import { ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { toContracts, toStrikes } from './to-chain';

/** Strikes are added from day to day; contracts keep their ids. */
const freshMs = 12 * 60 * 60_000;
const searchEveryMs = 20_000;
const kinds = { strikes: 'chain-strikes', contracts: 'chain-contracts' } as const;
const strikesSchema = z.object({ calls: z.array(decimalSchema), puts: z.array(decimalSchema) });
const contractsSchema = z.array(chainContractSchema);

interface Deps {
  readonly contracts: Gateway['contracts'];
  readonly cache: Cache;
  readonly clock: Clock;
  /** YYYYMMDD: what expired before is no longer listed. */
  readonly today: () => string;
  /** Searches the underlying by its symbol; false when that failed. */
  readonly search: (underlying: Conid) => Promise<boolean>;
}

/** Strikes of a month and the contracts at a strike: kept copies of today, else IBKR's answers. */
export function createDefinitions({ contracts, cache, clock, today, search }: Deps) {
  const keyOf = ({ underlying, kind, month, exchange }: ChainPart): string =>
    `${underlying} ${kind} ${month} ${exchange}`;
  const kept = <S extends z.ZodType>(kind: string, key: string, schema: S) => {
    const copy = cache.get(kind, key, schema);
    // A clock set back makes the age negative: such a copy is as old as one can be.
    const age = copy === null ? Infinity : clock.now() - copy.atMs;
    return age >= 0 && age < freshMs ? copy : null;
  };

  const searchedMs = new Map<Conid, number>();
  /** A search by name elsewhere makes IBKR forget the strikes of what was searched before. */
  const searchAgain = async (underlying: Conid): Promise<boolean> => {
    if (clock.now() - (searchedMs.get(underlying) ?? 0) < searchEveryMs) return false;
    searchedMs.set(underlying, clock.now());
    return search(underlying);
  };
  const askStrikes = ({ underlying, kind, month, exchange }: ChainPart) =>
    read(
      contracts.searchStrikesByConid({ conid: underlying, secType: kind, month, exchange }),
      ({ call, put }) => ({ calls: toStrikes(call), puts: toStrikes(put) }),
    );
  const isEmpty = ({ calls, puts }: Omit<ChainStrikes, 'asOfMs'>): boolean =>
    calls.length + puts.length === 0;

  const strikes = async ({
    renew,
    ...part
  }: ChainPart & { readonly renew: boolean }): Promise<Result<ChainStrikes, AppError>> => {
    const copy = renew ? null : kept(kinds.strikes, keyOf(part), strikesSchema);
    if (copy !== null) return ok({ ...copy.value, asOfMs: copy.atMs });
    let answer = await askStrikes(part);
    if (answer.ok && isEmpty(answer.value) && (await searchAgain(part.underlying)))
      answer = await askStrikes(part);
    if (!answer.ok) return answer;
    // Nothing at all is what IBKR answers before a search too: it is not worth remembering.
    if (!isEmpty(answer.value)) cache.put(kinds.strikes, keyOf(part), answer.value);
    return ok({ ...answer.value, asOfMs: clock.now() });
  };

  const askContracts = async (
    part: ChainPart,
    strike: Decimal,
  ): Promise<Result<ChainContract[], AppError>> => {
    const listed = await strikes({ ...part, renew: false });
    if (!listed.ok) return listed;
    const { underlying, kind, month, exchange } = part;
    // IBKR wants the right of an option named: one request for each side that has the strike — GOTCHAS 62.
    const rights = (['C', 'P'] as const).filter((right) =>
      (right === 'C' ? listed.value.calls : listed.value.puts).includes(strike),
    );
    const ask = () =>
      Promise.all(
        rights.map((right) =>
          read(
            contracts.searchSecdefInfoByConid({
              ...{ conid: underlying, secType: kind, month, exchange, strike, right },
            }),
            (data) => toContracts(data, today()),
          ),
        ),
      );
    let answers = await ask();
    if (answers.some((answer) => !answer.ok) && (await searchAgain(underlying))) answers = await ask();
    const found: ChainContract[] = [];
    for (const answer of answers) {
      if (!answer.ok) return answer;
      found.push(...answer.value);
    }
    if (found.length > 0) cache.put(kinds.contracts, `${keyOf(part)} ${strike}`, found);
    return ok(found);
  };
  /** Two panels on one chain ask once. */
  const flights = new Map<string, ReturnType<typeof askContracts>>();

  return {
    strikes,
    /** The kept copy of today; `null` where IBKR has to be asked. */
    known: (part: ChainPart, strike: Decimal): ChainContract[] | null =>
      kept(kinds.contracts, `${keyOf(part)} ${strike}`, contractsSchema)?.value.filter(
        ({ expiry }) => expiry >= today(),
      ) ?? null,
    contractsAt: (part: ChainPart, strike: Decimal): ReturnType<typeof askContracts> => {
      const key = `${keyOf(part)} ${strike}`;
      const flight = flights.get(key) ?? askContracts(part, strike).finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
  };
}
