import type { Ledger, LedgerRow } from '../../../shared/domain/portfolio';
import { numberText, priceText } from '../../format/number-text';
import { Change } from '../../ui/change';
import '../../ui/plain-table.css';

/** Cash by currency, each row in its own; IBKR's total in the base currency closes the table. */
export function CashTable({ ledger }: { readonly ledger: Ledger }) {
  const rows = [...ledger.rows].sort((a, b) => Number(a.isBase) - Number(b.isBase));
  return (
    <div className="table-scroll" role="group" aria-label="Cash balances" tabIndex={0}>
      <table className="plain-table" aria-label="Cash by currency">
        <thead>
          <tr>
            <th scope="col">Currency</th>
            {amounts.map(({ name, header }) => (
              <th key={name} scope="col" className="cell-end">
                {header}
              </th>
            ))}
            <th scope="col" className="cell-end">
              Unrealised
            </th>
            <th scope="col" className="cell-end" title="Units of the base currency for one unit of this one">
              Rate
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.currency} className={row.isBase ? 'total-row' : undefined}>
              <th scope="row">{row.isBase ? 'All, in base' : row.currency}</th>
              {amounts.map(({ name }) => (
                <td key={name} className="cell-end">
                  {numberText(row[name], 2)}
                </td>
              ))}
              <td className="cell-end">
                <Change value={row.unrealizedPnl} />
              </td>
              <td className="cell-end muted">{row.isBase ? '' : priceText(row.exchangeRate, 5)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const amounts = [
  { name: 'cash', header: 'Cash' },
  { name: 'settledCash', header: 'Settled' },
  { name: 'marketValue', header: 'Positions' },
  { name: 'netLiquidation', header: 'Net value' },
  { name: 'dividends', header: 'Dividends' },
  { name: 'interest', header: 'Interest' },
] as const satisfies ReadonlyArray<{ readonly name: keyof LedgerRow; readonly header: string }>;
