import { contractText, quoteUnit } from './position-names';
import type { PositionRow } from './position-row';

const fields: ReadonlyArray<readonly [string, (row: PositionRow) => string | null]> = [
  ['account', (row) => row.accountId],
  ['conid', (row) => String(row.conid)],
  ['symbol', (row) => row.symbol],
  ['contract', (row) => contractText(row)],
  ['name', (row) => row.name],
  ['class', (row) => row.assetClass],
  ['sector', (row) => row.sector],
  ['industry', (row) => row.industryGroup],
  ['exchange', (row) => row.exchange],
  ['currency', (row) => row.currency],
  ['quoted_in', quoteUnit],
  ['multiplier', (row) => row.multiplier],
  ['expiry', (row) => row.expiry],
  ['strike', (row) => row.strike],
  ['right', (row) => row.right],
  ['quantity', (row) => row.quantity],
  ['average_cost', (row) => row.averageCost],
  ['average_price', (row) => row.averagePrice],
  ['market_price', (row) => row.marketPrice],
  ['market_value', (row) => row.marketValue],
  ['market_value_base', (row) => row.marketValueBase],
  ['day_pnl', (row) => row.dayPnl],
  ['unrealized_pnl', (row) => row.unrealizedPnl],
  ['unrealized_pnl_base', (row) => row.unrealizedPnlBase],
  ['realized_pnl', (row) => row.realizedPnl],
  ['exchange_rate', (row) => row.rate],
  ['list', (row) => row.origin],
];

/**
 * The rows shown as CSV (RFC 4180): decimal points, ISO dates, nothing rounded, unknown left empty. The first lines
 * say what it is of. A cell that a spreadsheet would run as a formula is kept as text.
 */
export function positionsCsv(
  rows: ReadonlyArray<PositionRow>,
  about: ReadonlyArray<readonly [string, string]>,
): string {
  return [
    ...about.map(([name, value]) => `# ${name}: ${value.replaceAll(/[\r\n]/g, ' ')}`),
    fields.map(([name]) => name).join(','),
    ...rows.map((row) => fields.map(([, read]) => cell(read(row) ?? '')).join(',')),
    '',
  ].join('\r\n');
}

function cell(text: string): string {
  const inert = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
