import { useQuery } from '@tanstack/react-query';
import { numberText, priceText, quantityText, unknownText } from '../../format/number-text';
import { stampText } from '../../format/time-text';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useOrderBook } from '../../live/order-feed';
import { useReady } from '../../live/session-feed';
import { openTicket, closeTicket } from '../../live/trade-actions';
import { useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { currentMs } from '../../ui/clock';
import { Money, MoneyChange, useMoney } from '../../ui/discreet';
import { Explained } from '../../ui/explain';
import { explainPosition } from './position-explain';
import { classText, contractText, quoteUnit } from './position-names';
import type { PositionRow } from './position-row';

/** One holding in full: its figures, its contract, its orders and executions; each leads on to where it is worked with. */
export function PositionDrawer({
  row,
  base,
  ratesAsOfMs,
  onClose,
}: {
  readonly row: PositionRow;
  readonly base: string | null;
  readonly ratesAsOfMs: number | null;
  readonly onClose: () => void;
}) {
  const ready = useReady();
  const money = useMoney();
  const show = useShowInstrument();
  const book = useOrderBook(row.accountId);
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(row.conid), enabled: ready });
  const orders = book?.orders.filter(({ conid }) => conid === row.conid) ?? [];
  const executions = book?.executions.filter(({ conid }) => conid === row.conid) ?? [];
  const context = { money, base, ratesAsOfMs };
  const figures = [
    {
      name: 'Quantity',
      explain: explainPosition.quantity,
      shown: <Money value={row.quantity} as="quantity" />,
    },
    {
      name: 'Average price',
      explain: explainPosition.averagePrice,
      shown: <Money value={row.averagePrice} places={4} />,
    },
    { name: 'Average cost', explain: explainPosition.averageCost, shown: <Money value={row.averageCost} /> },
    {
      name: `Market value, ${row.currency ?? ''}`,
      explain: explainPosition.value,
      shown: <Money value={row.marketValue} />,
    },
    {
      name: `Market value, ${base ?? 'base'}`,
      explain: explainPosition.valueBase,
      shown: <Money value={row.marketValueBase} />,
    },
    { name: 'Day P&L', explain: explainPosition.day, shown: <MoneyChange value={row.dayPnl} /> },
    {
      name: 'Unrealised',
      explain: explainPosition.unrealized,
      shown: <MoneyChange value={row.unrealizedPnl} />,
    },
    { name: 'Realised', explain: explainPosition.realized, shown: <MoneyChange value={row.realizedPnl} /> },
  ];
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    ['Contract', contractText(row) || null],
    ['Class', classText(row)],
    ['Sector', row.sector],
    ['Industry', row.industryGroup],
    ['Exchange', row.exchange ?? instrument?.exchange ?? null],
    ['Quoted in', quoteUnit(row)],
    ['Multiplier', row.multiplier === null ? null : quantityText(row.multiplier)],
    ['Contract id', String(row.conid)],
  ];
  return (
    <aside
      className="drawer"
      aria-label={`Details of ${row.symbol}`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h3>
          {row.symbol} <span className="beside">{row.name}</span>
        </h3>
        <button
          type="button"
          className="button button-quiet"
          aria-label="Close the details"
          autoFocus
          onClick={onClose}
        >
          ✕
        </button>
      </header>
      <div className="drawer-actions">
        <button type="button" className="button" onClick={() => openTicket(row, 'BUY')}>
          Buy
        </button>
        <button type="button" className="button" onClick={() => openTicket(row, 'SELL')}>
          Sell
        </button>
        <button type="button" className="button" onClick={() => closeTicket(row, row.quantity)}>
          Close position
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            show(row.conid, row.symbol);
            showPanel('chart');
          }}
        >
          Chart
        </button>
      </div>
      <div className="drawer-body" role="group" aria-label="Figures" tabIndex={0}>
        <dl className="fact-list">
          {figures.map(({ name, explain, shown }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Explained explain={() => explain(row, context)}>{shown}</Explained>
              </dd>
            </div>
          ))}
        </dl>
        <dl className="fact-list">
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text ?? unknownText}</dd>
            </div>
          ))}
        </dl>
        <h4>Tax lots</h4>
        <p className="muted">IBKR’s gateway names no lots: only the average cost above is known.</p>
        <h4>Orders</h4>
        {book?.known !== true ? (
          <p className="muted">Not known: orders are read for the account the desk trades.</p>
        ) : orders.length === 0 ? (
          <p className="muted">None.</p>
        ) : (
          <ul className="event-list">
            {orders.map((order) => (
              <li key={order.orderId}>
                <span>
                  {order.side} {money.quantity(order.quantity)}
                </span>
                <span className="muted">{order.phase}</span>
              </li>
            ))}
          </ul>
        )}
        <h4>Executions of seven days</h4>
        {executions.length === 0 ? (
          <p className="muted">{book?.known === true ? 'None.' : 'Not known.'}</p>
        ) : (
          <ul className="event-list">
            {executions.map((execution) => (
              <li key={execution.executionId}>
                <span>
                  {execution.side} {money.quantity(execution.quantity)} @ {priceText(execution.price, null)}
                </span>
                <span className="muted">
                  {stampText(execution.timeMs, currentMs())}
                  {execution.commission !== null &&
                    !money.hidden &&
                    ` · ${numberText(execution.commission, 2)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
        <button
          type="button"
          className="button"
          onClick={() => {
            show(row.conid, row.symbol);
            showPanel('transactions');
          }}
        >
          History of {row.symbol}
        </button>
      </div>
    </aside>
  );
}
