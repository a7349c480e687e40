import type { AppError } from '../../../shared/app-error';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf } from '../wire-record';
import { createResolve } from './resolve';
import { createSearch } from './search';
import { toInstrument } from './to-instrument';

export interface Contracts {
  readonly search: ReturnType<typeof createSearch>;
  readonly resolve: ReturnType<typeof createResolve>;
  readonly instrument: (conid: Conid) => Promise<Result<Instrument, AppError>>;
}

export function createContracts(gateway: Gateway): Contracts {
  const { contracts } = gateway;
  const instruments = new Map<Conid, Instrument>();
  const search = createSearch(gateway);

  return {
    search,
    resolve: createResolve(gateway, search),

    async instrument(conid) {
      const known = instruments.get(conid);
      if (known !== undefined) return ok(known);
      const [info, definition] = await Promise.all([
        contracts.infoAndRulesByConid({ conid }),
        contracts.securityDefinitionByConid({ conids: conid }),
      ]);
      if (!info.ok) return err(toAppError(info.error));
      const details = recordOf(info.value.data);
      // The details name the route (SMART); which listing it is tells two of one ticker apart.
      const [listing] = definition.ok ? recordsOf(recordOf(definition.value.data)['secdef']) : [];
      const instrument = toInstrument(
        conid,
        { ...details, exchange: textOf(listing?.['listingExchange']) ?? details['exchange'] },
        recordOf(details['rules']),
      );
      instruments.set(conid, instrument);
      return ok(instrument);
    },
  };
}
