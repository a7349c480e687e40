import type { AppError } from '../../../shared/app-error';
import type { ChainUnderlying } from '../../../shared/domain/chain';
import { conidSchema, type Conid } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';
import { toChains } from './to-chain';

// An option on a future, the future, its root.
const mostSteps = 3;
const derivatives: ReadonlySet<string> = new Set(['OPT', 'FOP', 'WAR', 'FUT', 'IOPT']);

/**
 * What the chains of a contract hang on, and which there are. The search is part of it on purpose: IBKR knows no
 * strikes of what was not searched by symbol in this session — GOTCHAS 61, read 2026-11.
 */
export async function readUnderlying(
  { contracts }: Pick<Gateway, 'contracts'>,
  asked: Conid,
  today: string,
): Promise<Result<ChainUnderlying, AppError>> {
  let conid = asked;
  let definition: WireRecord = {};
  for (let step = 0; step < mostSteps; step += 1) {
    const rows = await read(contracts.securityDefinitionByConid({ conids: conid }), (data) =>
      recordsOf(recordOf(data)['secdef']),
    );
    if (!rows.ok) return rows;
    definition = rows.value[0] ?? {};
    const on = conidSchema.safeParse(Number(definition['undConid']));
    if (!derivatives.has(textOf(definition['assetClass']) ?? '') || !on.success) break;
    conid = on.data;
  }
  const symbol = textOf(definition['ticker']) ?? textOf(definition['fullName']);
  if (symbol === null) return err(unknownContract);
  const hits = await contracts.searchContractBySymbol({ symbol });
  // "No symbol found" is an answer: such a contract has no chains.
  if (!hits.ok && !['no-data', 'not-found', 'refused'].includes(hits.error.code))
    return err(toAppError(hits.error));
  const hit = (hits.ok ? recordsOf(hits.value.data) : []).find((row) => Number(row['conid']) === conid);
  return ok({
    ...{ conid, symbol },
    name: textOf(hit?.['companyName']) ?? textOf(definition['name']) ?? '',
    assetClass: textOf(definition['assetClass']),
    currency: textOf(definition['currency']),
    chains: hit === undefined ? [] : toChains(hit, today),
  });
}

const unknownContract: AppError = {
  code: 'not-found',
  message: 'IBKR does not describe this contract.',
  meaning: 'Whether there are options or futures on it is not known.',
  action: 'Choose another symbol, or try again in a moment.',
};
