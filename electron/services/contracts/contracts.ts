import type { AppError } from '../../../shared/app-error';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument, InstrumentMatch } from '../../../shared/domain/instrument';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf } from '../wire-record';
import { toInstrument, toMatches } from './to-instrument';

export interface Contracts {
  readonly search: (text: string) => Promise<Result<InstrumentMatch[], AppError>>;
  readonly instrument: (conid: Conid) => Promise<Result<Instrument, AppError>>;
}

const maxHits = 40;

export function createContracts(gateway: Gateway): Contracts {
  const { contracts } = gateway;
  const instruments = new Map<Conid, Instrument>();

  return {
    async search(text) {
      const bySymbol = await contracts.searchContractBySymbol({ symbol: text });
      if (!bySymbol.ok) return bySymbol.error.code === 'no-data' ? ok([]) : err(toAppError(bySymbol.error));
      const hits = recordsOf(bySymbol.value.data).slice(0, maxHits);
      const conids = hits
        .map((hit) => Number(hit['conid']))
        .filter((conid) => Number.isSafeInteger(conid) && conid > 0);
      // The search names no currency; without the definitions the hits still help, with currency unknown.
      const definitions = conids.length === 0 ? null : await contracts.securityDefinitionByConid({ conids });
      return ok(
        toMatches(
          hits,
          definitions?.ok === true ? recordsOf(recordOf(definitions.value.data)['secdef']) : [],
        ),
      );
    },

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
