import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerEntry, RecordedSpan } from '../../../shared/domain/ledger-entry';
import { openDatabase } from '../../store/database';

const columns = [
  ...([
    'time',
    'precision',
    'kind',
    'account',
    'symbol',
    'conid',
    'asset_class',
    'text',
    'quantity',
    'price',
  ] as const),
  ...(['value', 'commission', 'cash', 'currency', 'exchange', 'order_ref', 'id'] as const),
];
type Line = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** Plain: decimals with a point and in full, times in ISO 8601 and UTC, a day where only the day is known, unknown empty. */
const lineOf = (entry: LedgerEntry): Line => {
  const iso = new Date(entry.timeMs).toISOString();
  return {
    time: entry.precision === 'day' ? iso.slice(0, 10) : iso,
    ...{ precision: entry.precision, kind: entry.kind, account: entry.accountId, symbol: entry.symbol },
    ...{ conid: entry.conid, asset_class: entry.assetClass, text: entry.text, quantity: entry.quantity },
    ...{ price: entry.price, value: entry.value, commission: entry.commission, cash: entry.cash },
    ...{ currency: entry.currency, exchange: entry.exchange, order_ref: entry.orderRef, id: entry.id },
  };
};

export interface LedgerFile {
  readonly entries: ReadonlyArray<LedgerEntry>;
  readonly recorded: ReadonlyArray<RecordedSpan>;
}

/** RFC 4180. A cell that a spreadsheet would take for a formula is quoted with an apostrophe. */
export function ledgerCsv({ entries }: LedgerFile): string {
  const cell = (value: string | number | null): string => {
    const text = String(value ?? '');
    const plain = /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
  };
  const lines = entries.map((entry) => Object.values(lineOf(entry)).map(cell).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

export const ledgerJson = ({ entries, recorded }: LedgerFile): string =>
  `${JSON.stringify(
    {
      recorded: recorded.map(({ fromMs, toMs }) => ({
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
      })),
      entries: entries.map(lineOf),
    },
    null,
    2,
  )}\n`;

/** A database of its own with one table `ledger`; amounts are text, exact. */
export function ledgerSqlite({ entries, recorded }: LedgerFile): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'portico-ledger-'));
  const path = join(folder, 'ledger.sqlite');
  try {
    const sql = openDatabase(path);
    sql.exec(
      `CREATE TABLE ledger (${columns.map((name) => `${name} ${name === 'conid' ? 'INTEGER' : 'TEXT'}`).join(', ')}) STRICT;
       CREATE TABLE recorded (from_time TEXT NOT NULL, to_time TEXT NOT NULL) STRICT;`,
    );
    sql.transaction(() => {
      for (const entry of entries)
        sql.run(
          `INSERT INTO ledger VALUES (${columns.map(() => '?').join(', ')})`,
          ...Object.values(lineOf(entry)),
        );
      for (const { fromMs, toMs } of recorded)
        sql.run(
          'INSERT INTO recorded VALUES (?, ?)',
          new Date(fromMs).toISOString(),
          new Date(toMs).toISOString(),
        );
    });
    sql.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
