import type { AppError } from '../../../shared/app-error';
import type {
  ChainContract,
  ChainContracts,
  ChainPart,
  ChainStrikes,
  ChainUnderlying,
  Futures,
} from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { conidSchema, type Conid } from '../../../shared/domain/ids';
import { ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Cache } from '../../store/open-cache';
import type { Clock } from '../../support/clock';
import { definitions } from '../contracts/search';
import { read } from '../read';
import { recordOf, recordsOf } from '../wire-record';
import { createDefinitions } from './definitions';
import { toFutures } from './to-futures';
import { readUnderlying } from './underlying';

/** Strikes asked for at once: two requests each, of the ten a second that everything shares. */
const atOnce = 3;

export interface Chains {
  readonly underlying: (conid: Conid) => Promise<Result<ChainUnderlying, AppError>>;
  readonly strikes: (
    part: ChainPart & { readonly renew: boolean },
  ) => Promise<Result<ChainStrikes, AppError>>;
  readonly watchContracts: (
    wanted: ChainPart & { readonly strikes: ReadonlyArray<Decimal> },
    emit: (found: ChainContracts) => void,
  ) => () => void;
  readonly futures: (root: {
    readonly underlying: Conid;
    readonly symbol: string;
  }) => Promise<Result<Futures, AppError>>;
}

/** Chains as IBKR defines them: months, strikes, and the contract of each, found as they are looked at. */
export function createChains(gateway: Pick<Gateway, 'contracts'>, cache: Cache, clock: Clock): Chains {
  const { contracts } = gateway;
  // A day of the exchange ends before the UTC day does, wherever options are traded.
  const today = (): string => new Date(clock.now()).toISOString().slice(0, 10).replaceAll('-', '');
  const search = async (conid: Conid): Promise<boolean> => (await readUnderlying(gateway, conid, today())).ok;
  const { strikes, known, contractsAt } = createDefinitions({ contracts, cache, clock, today, search });

  return {
    underlying: (conid) => readUnderlying(gateway, conid, today()),
    strikes,

    watchContracts({ strikes: wanted, ...part }, emit) {
      const stop = new AbortController();
      const tell: typeof emit = (found) => {
        if (!stop.signal.aborted) emit(found);
      };
      const kept = [...new Set(wanted)].map((strike) => ({ strike, found: known(part, strike) }));
      const done = kept.flatMap(({ strike, found }) => (found === null ? [] : [strike]));
      const open = kept.flatMap(({ strike, found }) => (found === null ? [strike] : []));
      if (done.length > 0)
        emit({ contracts: kept.flatMap(({ found }): ChainContract[] => found ?? []), done, failed: [] });
      const walk = async (): Promise<void> => {
        for (let strike = open.shift(); strike !== undefined && !stop.signal.aborted; strike = open.shift()) {
          const found = await contractsAt(part, strike);
          tell(
            found.ok
              ? { contracts: found.value, done: [strike], failed: [] }
              : { contracts: [], done: [], failed: [{ strike, message: found.error.message }] },
          );
        }
      };
      for (let lane = 0; lane < atOnce; lane += 1) void walk();
      return () => stop.abort();
    },

    async futures({ underlying, symbol }) {
      const answer = await read(contracts.securityFutureBySymbol({ symbols: symbol }), (data) =>
        Object.values(data).flatMap((list) => [...recordsOf(list)]),
      );
      if (!answer.ok && answer.error.code !== 'not-found') return answer;
      const rows = answer.ok ? answer.value : [];
      const own = rows.filter((row) => Number(row['underlyingConid']) === underlying);
      const other = conidSchema.safeParse(Number(recordOf(rows[0])['underlyingConid']));
      const named = await definitions(
        contracts,
        own.map((row) => Number(row['conid'])),
      );
      return ok({
        futures: toFutures(own, named, today()),
        elsewhere: own.length === 0 && other.success ? other.data : null,
      });
    },
  };
}
