import type { AppError } from '../../../shared/app-error';
import type { Conid } from '../../../shared/domain/ids';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Side } from '../../../shared/domain/order-draft';
import { ok, type Result } from '../../../shared/result';
import type { MethodsOf } from '../../gateway/endpoint';
import type { declarations } from '../../gateway/registry';
import { read } from '../read';
import { recordOf, recordsOf, textOf } from '../wire-record';
import { toInstrument } from './to-instrument';

type ContractMethods = Pick<
  MethodsOf<(typeof declarations)['contracts']>,
  'infoAndRulesByConid' | 'securityDefinitionByConid'
>;

/**
 * One contract with the rules of one side, named by its listing: the details name the route (SMART), and only the
 * listing tells two contracts of one ticker apart. Without the definition the route's name stands in.
 */
export function createInstrumentReader(contracts: ContractMethods) {
  // A listing does not change while the program runs; rules do, and are read each time.
  const listings = new Map<Conid, string>();

  return async (conid: Conid, side: Side): Promise<Result<Instrument, AppError>> => {
    const known = listings.get(conid);
    const [info, definition] = await Promise.all([
      read(contracts.infoAndRulesByConid({ conid, isBuy: side === 'BUY' }), recordOf),
      known === undefined ? contracts.securityDefinitionByConid({ conids: conid }) : null,
    ]);
    if (!info.ok) return info;
    const [row] = definition?.ok === true ? recordsOf(recordOf(definition.value.data)['secdef']) : [];
    const listing = known ?? textOf(row?.['listingExchange']);
    if (listing !== null) listings.set(conid, listing);
    const instrument = toInstrument(conid, info.value, recordOf(info.value['rules']));
    return ok({ ...instrument, exchange: listing ?? instrument.exchange });
  };
}
