import type { ContractDetails, SideRules, TradingSchedule } from '../../../shared/domain/contract-page';
import { isRecord, recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';
import { toRules } from './to-instrument';

const named: ReadonlyArray<readonly [key: string, name: string]> = [
  ['company_name', 'Name'],
  ['symbol', 'Symbol'],
  ['local_symbol', 'Local symbol'],
  ['instrument_type', 'Kind'],
  ['currency', 'Currency'],
  ['exchange', 'Exchange'],
  ['valid_exchanges', 'Traded on'],
  ['con_id', 'Contract id'],
  ['cusip', 'CUSIP'],
  ['isin', 'ISIN'],
  ['cfi_code', 'CFI code'],
  ['industry', 'Industry'],
  ['category', 'Category'],
  ['trading_class', 'Trading class'],
  ['multiplier', 'Multiplier'],
  ['contract_month', 'Month'],
  ['expiry_full', 'Expiry'],
  ['maturity_date', 'Maturity'],
  ['strike', 'Strike'],
  ['right', 'Put or call'],
  ['underlying_con_id', 'Underlying'],
  ['underlying_issuer', 'Issuer'],
  ['text', 'Description'],
];

/** Members of /iserver/contract/{conid}/info in words; what IBKR leaves empty is left out. */
export const toFacts = (info: WireRecord): ContractDetails['facts'] =>
  named.flatMap(([key, name]) => {
    const value = textOf(info[key]);
    return value === null || value === '0'
      ? []
      : [{ name, value: value.replaceAll(',', ', ').slice(0, 600) }];
  });

/** The rules of one side; `error` is IBKR's soft no. */
export function toSideRules(wire: WireRecord): SideRules {
  const digits = Number(wire['fraqInt']);
  return {
    ...toRules(wire),
    error: textOf(wire['error']),
    algoEligible: typeof wire['algoEligible'] === 'boolean' ? wire['algoEligible'] : null,
    fractionDigits: Number.isInteger(digits) && digits > 0 ? digits : null,
  };
}

export const toAlgos = (data: unknown): ContractDetails['algos'] =>
  recordsOf(recordOf(data)['algos']).flatMap((algo) => {
    const algoId = textOf(algo['id']);
    if (algoId === null) return [];
    const parameters = [...recordsOf(algo['parameters'])].sort(
      (a, b) => Number(a['guiRank'] ?? 99) - Number(b['guiRank'] ?? 99),
    );
    return [
      {
        algoId,
        name: textOf(algo['name']) ?? algoId,
        description: textOf(algo['description']),
        parameters: parameters.map((parameter) => ({
          name: textOf(parameter['name']) ?? textOf(parameter['id']) ?? '',
          description: textOf(parameter['description']),
          required: String(parameter['required']) === 'true',
        })),
      },
    ];
  });

/** /contract/trading-schedule: dates of the exchange to spans in epoch seconds. Source: OpenAPI 2.28, read 2026-11. */
export function toSchedule(data: unknown): TradingSchedule {
  const wire = recordOf(data);
  const schedules = recordOf(wire['schedules']);
  return {
    timeZone: textOf(wire['exchange_time_zone']) ?? 'UTC',
    days: Object.keys(schedules)
      .filter((date) => /^\d{8}$/.test(date))
      .sort()
      .map((date) => {
        const day = recordOf(schedules[date]);
        return { date, regular: spans(day['liquid_hours']), extended: spans(day['extended_hours']) };
      }),
  };
}

const spans = (value: unknown): Array<{ openMs: number; closeMs: number }> =>
  (Array.isArray(value) ? value.filter(isRecord) : []).flatMap((span) => {
    const [openMs, closeMs] = [Number(span['opening']) * 1000, Number(span['closing']) * 1000];
    return openMs > 0 && closeMs > openMs ? [{ openMs, closeMs }] : [];
  });
