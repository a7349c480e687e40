import { useMemo } from 'react';
import type { Execution, OrderBook } from '../../../shared/domain/order';
import { unknownText } from '../../format/number-text';
import { clockText } from '../../format/time-text';
import { ContractTime } from '../../live/contract-time';
import { showInstrument } from '../../state/workspace-store';
import { DataGrid } from '../../ui/data-grid';
import { Money } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import type { GridColumn } from '../../ui/grid-model';
import { commissionTotals, fillCurrency } from './commission-totals';
import { OrderPrice } from './order-price';

/** Every fill once, and what the commissions come to. */
export function ExecutionsTable({ book }: { readonly book: OrderBook }) {
  const rows = [...book.executions].sort((a, b) => b.timeMs - a.timeMs);
  const { totals, unknown } = commissionTotals(book);
  const columns = useMemo(() => columnsOf(fillCurrency(book.orders)), [book.orders]);
  return (
    <>
      <DataGrid
        label="Executions"
        rows={rows}
        columns={columns}
        rowId={(row) => row.executionId}
        onOpen={(row) => {
          if (row.conid !== null) showInstrument(row.conid, row.symbol);
        }}
        empty={
          <EmptyState title="No executions known.">
            <p>IBKR gives the fills of the last days; new ones appear as they happen.</p>
          </EmptyState>
        }
      />
      {rows.length > 0 && (
        <p className="commission-line">
          Commissions{' '}
          {totals.map(({ currency, amount }) => (
            <span key={currency}>
              <strong>
                <Money value={amount} />
              </strong>{' '}
              {currency}
            </span>
          ))}
          {unknown > 0 && (
            <span className="muted">
              {unknown} {unknown === 1 ? 'fill' : 'fills'} without a known commission or currency
            </span>
          )}
          <span className="position-check">{checkWords(book)}</span>
        </p>
      )}
    </>
  );
}

function checkWords({ positionCheck: { state, checkedMs } }: OrderBook): string {
  if (checkedMs === null) return 'Positions not compared with the fills yet';
  const at = `compared ${clockText(checkedMs)}`;
  return state === 'agrees' ? `Positions and fills agree, ${at}` : `Positions and fills differ, ${at}`;
}

// IBKR writes B and S in one list, BOT and SLD in another.
const isBuy = ({ side }: Execution): boolean => side.toUpperCase().startsWith('B');

const columnsOf = (
  currencyOf: (execution: Execution) => string | null,
): ReadonlyArray<GridColumn<Execution>> => [
  {
    id: 'time',
    header: 'Time',
    width: 100,
    sortBy: (row) => row.timeMs,
    cell: (row) => (
      <span className="muted">
        <ContractTime conid={row.conid} timeMs={row.timeMs} />
      </span>
    ),
  },
  {
    id: 'side',
    header: 'Side',
    width: 66,
    sortBy: (row) => row.side,
    cell: (row) => (
      <span className={isBuy(row) ? 'side-buy' : 'side-sell'}>{isBuy(row) ? 'Bought' : 'Sold'}</span>
    ),
  },
  {
    id: 'symbol',
    header: 'Symbol',
    width: 90,
    sortBy: (row) => row.symbol,
    cell: (row) => <span className="symbol">{row.symbol}</span>,
  },
  {
    id: 'quantity',
    header: 'Quantity',
    width: 84,
    align: 'end',
    sortBy: (row) => row.quantity,
    cell: (row) => <Money value={row.quantity} as="quantity" />,
  },
  {
    id: 'price',
    header: 'Price',
    width: 90,
    align: 'end',
    sortBy: (row) => row.price,
    cell: (row) => <OrderPrice price={row.price} conid={row.conid} currency={currencyOf(row)} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: 104,
    align: 'end',
    sortBy: (row) => row.netAmount,
    cell: (row) => <Money value={row.netAmount} />,
  },
  {
    id: 'commission',
    header: 'Commission',
    width: 92,
    align: 'end',
    sortBy: (row) => row.commission,
    cell: (row) => <Money value={row.commission} />,
  },
  {
    id: 'exchange',
    header: 'Exchange',
    width: 90,
    hideBelow: 640,
    sortBy: (row) => row.exchange,
    cell: (row) => <span className="muted">{row.exchange ?? unknownText}</span>,
  },
  {
    id: 'order',
    header: 'Order',
    width: 110,
    hideBelow: 760,
    cell: (row) => <span className="mono muted">{row.orderId ?? unknownText}</span>,
  },
];
