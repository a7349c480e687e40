import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import type { TransactionHistory } from '../../../shared/domain/ledger-entry';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { viewOf } from '../../ipc/query-view';
import { transactionsQueries } from '../../ipc/transactions-queries';
import { useDown, useReady } from '../../live/session-feed';
import { type LinkedInstrument, useInstrument } from '../../state/linked-instrument';
import { quantityText } from '../../format/number-text';
import { minuteText, tradingDayText } from '../../format/time-text';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { Money, MoneyChange, OwnPrice, useMoney } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import { Explained } from '../../ui/explain';
import { SelectInput } from '../../ui/select-input';
import '../../ui/plain-table.css';

const ranges = [
  { value: '30', text: '30 days' },
  { value: '90', text: '90 days' },
  { value: '180', text: '180 days' },
  { value: '365', text: '1 year' },
] as const;

/** What IBKR itself knows of one instrument: trades added up by the day, dividends, transfers. */
export function InstrumentTab({ accountId }: { readonly accountId: AccountId }) {
  const instrument = useInstrument();
  if (instrument === null)
    return (
      <EmptyState title="No symbol chosen.">
        <p>Choose one in the watchlist or search: IBKR tells transactions one instrument at a time.</p>
      </EmptyState>
    );
  return <InstrumentHistory key={instrument.conid} accountId={accountId} instrument={instrument} />;
}

function InstrumentHistory({
  accountId,
  instrument: { conid, symbol },
}: {
  readonly accountId: AccountId;
  readonly instrument: LinkedInstrument;
}) {
  const ready = useReady();
  const down = useDown();
  const [range, setRange] = useState<(typeof ranges)[number]['value']>('90');
  const summary = useQuery({ ...portfolioQueries.summary(accountId), enabled: ready });
  const currency = summary.data?.baseCurrency ?? 'USD';
  const history = useQuery({
    ...transactionsQueries.history(accountId, conid, Number(range), currency),
    enabled: ready && summary.data !== undefined,
  });
  const { data } = history;
  return (
    <div className="transactions-tab">
      <div className="transactions-tools">
        <span className="symbol-chip">{symbol}</span>
        <SelectInput label="Range" labelHidden value={range} options={ranges} onValue={setRange} />
        {data?.nextMs != null && (
          <span className="transactions-count" title="IBKR answers one such question in 15 minutes">
            next question {minuteText(data.nextMs)}
          </span>
        )}
        <span className="transactions-count">
          <Age asOfMs={data?.asOfMs ?? null} stale={history.isError || !ready} />
        </span>
      </div>
      <DataView {...viewOf(history, ready, down)} label="Loading the transactions">
        {(shown) => <HistoryTable history={shown} symbol={symbol} />}
      </DataView>
    </div>
  );
}

function HistoryTable({
  history,
  symbol,
}: {
  readonly history: TransactionHistory;
  readonly symbol: string;
}) {
  const money = useMoney();
  const { rows, realizedPnl, currency, remarks } = history;
  return (
    <div className="table-scroll" role="group" aria-label="Transactions of the instrument" tabIndex={0}>
      {remarks.map((remark) => (
        <p key={remark} className="transactions-remark" role="note">
          {remark}
        </p>
      ))}
      <p className="transactions-total">
        Realised in the range{' '}
        <strong>
          <Explained
            explain={() => ({
              title: `Realised P&L, ${symbol}`,
              value: money.signed(realizedPnl),
              definition: 'What closing trades of the range earned or lost, as IBKR adds it up.',
              source: '/pa/transactions, rpnl.amt',
              ...{ asOfMs: history.asOfMs, currency },
            })}
          >
            <MoneyChange value={realizedPnl} />
          </Explained>
        </strong>{' '}
        {currency}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={`No transactions in ${symbol} in this range.`}>
          <p>IBKR adds a day’s trades when the day is over.</p>
        </EmptyState>
      ) : (
        <table className="plain-table" aria-label="Transactions">
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Type</th>
              <th scope="col">Text</th>
              {['Quantity', 'Price', 'Amount', 'FX rate'].map((name) => (
                <th key={name} scope="col" className="cell-end">
                  {name}
                </th>
              ))}
              <th scope="col">Cur</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // IBKR gives its lines no id, and two of a day may be equal.
              <tr key={`${row.dayMs ?? 0}:${index}`}>
                <th scope="row">{row.dayMs === null ? '—' : tradingDayText(row.dayMs)}</th>
                <td>{row.type}</td>
                <td>{row.text}</td>
                <td className="cell-end">
                  <Money value={row.quantity} as="quantity" />
                </td>
                <td className="cell-end">
                  <OwnPrice price={row.price} />
                </td>
                <td className="cell-end">
                  <MoneyChange value={row.amount} arrow={false} />
                </td>
                <td className="cell-end muted">{quantityText(row.rate)}</td>
                <td>{row.currency ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
