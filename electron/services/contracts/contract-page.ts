import type { AppError } from '../../../shared/app-error';
import type { ContractDetails, TradingSchedule } from '../../../shared/domain/contract-page';
import { type Decimal, toDecimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordOf } from '../wire-record';
import { toAlgos, toFacts, toSchedule, toSideRules } from './to-contract-page';

export interface ContractPage {
  readonly details: (conid: Conid) => Promise<Result<ContractDetails, AppError>>;
  readonly schedule: (conid: Conid) => Promise<Result<TradingSchedule, AppError>>;
  readonly exchangeRate: (pair: {
    readonly source: string;
    readonly target: string;
  }) => Promise<Result<{ rate: Decimal }, AppError>>;
}

/** What a contract is and what may be done with it. A part that IBKR does not give is left out, not the whole. */
export function createContractPage({ contracts }: Pick<Gateway, 'contracts'>): ContractPage {
  return {
    async details(conid) {
      const [info, buy, sell, algos] = await Promise.all([
        contracts.contractInformationByConid({ conid }),
        contracts.searchContractRules({ conid, isBuy: true }),
        contracts.searchContractRules({ conid, isBuy: false }),
        contracts.algoParamsByConid({ conid, algos: [], addDescription: 1, addParams: 1 }),
      ]);
      if (!info.ok) return err(toAppError(info.error));
      return ok({
        facts: toFacts(recordOf(info.value.data)),
        buy: buy.ok ? toSideRules(recordOf(buy.value.data)) : null,
        sell: sell.ok ? toSideRules(recordOf(sell.value.data)) : null,
        algos: algos.ok ? toAlgos(algos.value.data) : [],
      });
    },
    schedule: (conid) => read(contracts.tradingScheduleByConid({ conid }), toSchedule),
    async exchangeRate(pair) {
      const answer = await contracts.currencyExchangeRate(pair);
      if (!answer.ok) return err(toAppError(answer.error));
      const rate = toDecimal(answer.value.data.rate);
      return rate === null ? err(noRate) : ok({ rate });
    },
  };
}

const noRate: AppError = {
  code: 'not-known-yet',
  message: 'IBKR gave no rate for this pair.',
  meaning: 'Nothing can be converted with it.',
  action: 'Try again in a moment.',
};
