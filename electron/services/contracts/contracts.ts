import type { AppError } from '../../../shared/app-error';
import type { Algo } from '../../../shared/domain/algo';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Side } from '../../../shared/domain/order-draft';
import { ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { createInstrumentReader } from './read-instrument';
import { createResolve } from './resolve';
import { createSearch } from './search';
import { toAlgos } from './to-algos';

export interface Contracts {
  readonly search: ReturnType<typeof createSearch>;
  readonly resolve: ReturnType<typeof createResolve>;
  /** With the rules of one side, buying where none is said; asked for once per run of the program. */
  readonly instrument: (conid: Conid, side?: Side) => Promise<Result<Instrument, AppError>>;
  /** IBKR's algorithms for it; empty where it has none. */
  readonly algos: (conid: Conid) => Promise<Result<Algo[], AppError>>;
}

export function createContracts(gateway: Gateway): Contracts {
  const { contracts } = gateway;
  const instruments = new Map<string, Instrument>();
  const readInstrument = createInstrumentReader(contracts);
  const search = createSearch(gateway);

  return {
    search,
    resolve: createResolve(gateway, search),

    async instrument(conid, side = 'BUY') {
      const key = `${conid} ${side}`;
      const known = instruments.get(key);
      if (known !== undefined) return ok(known);
      const instrument = await readInstrument(conid, side);
      if (instrument.ok) instruments.set(key, instrument.value);
      return instrument;
    },

    algos: (conid) =>
      read(contracts.algoParamsByConid({ conid, addDescription: 1, addParams: 1 }), (data) =>
        toAlgos(data.algos),
      ),
  };
}
