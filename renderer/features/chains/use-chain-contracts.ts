import { useEffect, useState } from 'react';
import type { ChainContract, ChainContracts, ChainPart } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { watch } from '../../ipc/client';

export interface FoundContracts {
  readonly contracts: ReadonlyMap<Decimal, ReadonlyArray<ChainContract>>;
  /** Strikes that could not be read, with the reason. */
  readonly failed: ReadonlyMap<Decimal, string>;
}

const nothing: FoundContracts = { contracts: new Map(), failed: new Map() };

/**
 * The contracts of the strikes that are looked at, the first ones first. What was found stays; what is scrolled away
 * before its turn is not asked for. `attempt` counts the human's retries.
 */
export function useChainContracts(
  part: ChainPart,
  strikes: ReadonlyArray<Decimal>,
  attempt: number,
): FoundContracts {
  const partKey = `${part.underlying} ${part.kind} ${part.month} ${part.exchange}`;
  const [state, setState] = useState({ partKey, found: nothing });
  const strikesKey = strikes.join(',');
  useEffect(() => {
    if (strikesKey === '') return undefined;
    const [underlying, kind, month, exchange] = partKey.split(' ');
    return watch(
      'chains.contracts.watch',
      // The keys are the arguments; reading them back keeps the effect's dependencies honest.
      {
        underlying: Number(underlying) as ChainPart['underlying'],
        kind: kind as ChainPart['kind'],
        ...{ month: month ?? '', exchange: exchange ?? '' },
        strikes: strikesKey.split(',') as Decimal[],
      },
      (event) =>
        setState((before) => ({
          partKey,
          found: merged(before.partKey === partKey ? before.found : nothing, event),
        })),
    );
  }, [partKey, strikesKey, attempt]);
  return state.partKey === partKey ? state.found : nothing;
}

function merged(before: FoundContracts, { contracts, done, failed }: ChainContracts): FoundContracts {
  const all = new Map(before.contracts);
  const gone = new Map(before.failed);
  for (const strike of done) {
    all.set(
      strike,
      contracts.filter((contract) => contract.strike === strike),
    );
    gone.delete(strike);
  }
  for (const { strike, message } of failed) gone.set(strike, message);
  return { contracts: all, failed: gone };
}
