import { executionSchema, type Execution } from '../../shared/domain/order';
import type { AccountId } from '../../shared/domain/ids';
import type { Sql } from './database';

/** Fills, each counted once however often IBKR repeats it. */
export interface ExecutionTable {
  /** Returns those that were new or changed what is stored. */
  readonly save: (executions: ReadonlyArray<Execution>) => ReadonlyArray<Execution>;
  readonly ofAccount: (accountId: AccountId, sinceMs: number) => ReadonlyArray<Execution>;
}

export function createExecutionTable(sql: Sql): ExecutionTable {
  const stored = (baseId: string) => {
    const row = sql.all('SELECT correction, execution FROM executions WHERE base_id = ?', baseId)[0];
    return row === undefined
      ? null
      : { correction: Number(row.correction), execution: parse(String(row.execution)) };
  };

  const saveOne = (execution: Execution): Execution | null => {
    const { baseId, correction } = splitExecutionId(execution.executionId);
    const known = stored(baseId);
    if (known !== null && known.correction > correction) return null;
    const merged =
      known?.execution != null && known.correction === correction
        ? fillGaps(execution, known.execution)
        : execution;
    // In the schema's order of members, as a stored one is read back.
    const text = JSON.stringify(executionSchema.parse(merged));
    if (known?.execution != null && JSON.stringify(known.execution) === text) return null;
    sql.run(
      'INSERT INTO executions (base_id, correction, account_id, time_ms, execution) VALUES (?, ?, ?, ?, ?) ' +
        'ON CONFLICT (base_id) DO UPDATE SET correction = excluded.correction, ' +
        'account_id = excluded.account_id, time_ms = excluded.time_ms, execution = excluded.execution',
      baseId,
      correction,
      merged.accountId,
      merged.timeMs,
      text,
    );
    return merged;
  };

  return {
    save: (executions) =>
      executions.length === 0
        ? []
        : sql.transaction(() => executions.map(saveOne).filter((saved) => saved !== null)),
    ofAccount: (accountId, sinceMs) =>
      sql
        .all(
          'SELECT execution FROM executions WHERE account_id = ? AND time_ms >= ? ORDER BY time_ms, base_id',
          accountId,
          sinceMs,
        )
        .map((row) => parse(String(row.execution)))
        .filter((execution) => execution !== null),
  };
}

/** All of a file, whoever's; what cannot be read is left out. */
export const storedExecutions = (sql: Sql): ReadonlyArray<Execution> =>
  sql
    .all('SELECT execution FROM executions')
    .map((row) => parse(String(row.execution)))
    .filter((execution) => execution !== null);

/**
 * `0000e0d5.6576fd38.01.02` is the second version of fill `0000e0d5.6576fd38.01`: a corrected fill differs in
 * the last group only. Source: GATEWAY_FACTS §6.4 (read 2026-11).
 */
export function splitExecutionId(id: string): { readonly baseId: string; readonly correction: number } {
  const match = /^(.+)\.(\d{1,4})$/.exec(id);
  return match === null
    ? { baseId: id, correction: 0 }
    : { baseId: match[1] ?? id, correction: Number(match[2]) };
}

/** Each fill once: lists repeat them, and a corrected one stands beside what it corrects. */
export function latestVersions(executions: ReadonlyArray<Execution>): ReadonlyArray<Execution> {
  const latest = new Map<string, Execution>();
  const versionOf = (execution?: Execution) =>
    execution === undefined ? -1 : splitExecutionId(execution.executionId).correction;
  for (const execution of executions) {
    const { baseId, correction } = splitExecutionId(execution.executionId);
    if (correction > versionOf(latest.get(baseId))) latest.set(baseId, execution);
  }
  return [...latest.values()];
}

// The stream repeats a fill first without and later with its commission, and may drop it again.
function fillGaps(fresh: Execution, known: Execution): Execution {
  return {
    ...fresh,
    orderRef: fresh.orderRef ?? known.orderRef,
    orderId: fresh.orderId ?? known.orderId,
    conid: fresh.conid ?? known.conid,
    commission: fresh.commission ?? known.commission,
    netAmount: fresh.netAmount ?? known.netAmount,
    exchange: fresh.exchange ?? known.exchange,
    assetClass: fresh.assetClass ?? known.assetClass,
  };
}

function parse(text: string): Execution | null {
  const parsed = executionSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}
