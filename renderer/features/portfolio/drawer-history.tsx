import { useQuery } from '@tanstack/react-query';
import type { LedgerEntry } from '../../../shared/domain/ledger-entry';
import { tradingDayText } from '../../format/time-text';
import { transactionsQueries } from '../../ipc/transactions-queries';
import { ContractTime } from '../../live/contract-time';
import { useOrderBook } from '../../live/order-feed';
import { Money, MoneyChange, OwnPrice, useMoney } from '../../ui/discreet';
import { lotsOf } from './lots';
import type { PositionRow } from './position-row';

const shownAtMost = 40;
const everything = { kind: 'all', fromMs: null, toMs: null } as const;

/** What was done in one contract: its working orders, its lots where they are known, everything recorded of it. */
export function DrawerHistory({ row }: { readonly row: PositionRow }) {
  const money = useMoney();
  const book = useOrderBook(row.accountId);
  const orders = book?.orders.filter(({ conid }) => conid === row.conid) ?? [];
  // Our own file: IBKR is not asked. Of another spelling than the ledger's, the number still finds it.
  const { data: page } = useQuery(transactionsQueries.ledger(row.accountId, { ...everything, text: '' }));
  const entries = page?.entries.filter(({ conid }) => conid === row.conid) ?? [];
  const lots =
    page === undefined
      ? null
      : lotsOf(
          entries.filter(({ kind }) => kind === 'trade'),
          row.quantity,
        );
  const since = page?.recorded[0]?.fromMs;
  return (
    <>
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
      <h4>Lots</h4>
      {lots === null || lots.length === 0 ? (
        <p className="muted">
          IBKR’s gateway names none, and the trades recorded here do not explain the whole holding.
        </p>
      ) : (
        <>
          <ul className="event-list" aria-label="Lots">
            {lots.map((lot, index) => (
              // Two lots of one moment are told apart by their place only.
              <li key={`${lot.openedMs} ${index}`}>
                <span>
                  <Money value={lot.quantity} as="quantity" /> @ <OwnPrice price={lot.price} />
                </span>
                <span className="muted">
                  <ContractTime conid={row.conid} timeMs={lot.openedMs} />
                </span>
              </li>
            ))}
          </ul>
          <p className="muted">
            First in, first out, from the trades recorded here; your tax method may differ.
          </p>
        </>
      )}
      <h4>History</h4>
      {entries.length === 0 ? (
        <p className="muted">Nothing recorded here.</p>
      ) : (
        <ul className="event-list" aria-label="History">
          {entries.slice(0, shownAtMost).map((entry) => (
            <HistoryLine key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {since !== undefined && <p className="muted">Recording starts {tradingDayText(since)}.</p>}
    </>
  );
}

function HistoryLine({ entry }: { readonly entry: LedgerEntry }) {
  const { kind, text, quantity, price, timeMs, conid, precision, cash, currency } = entry;
  return (
    <li>
      <span>
        {text.split(' · ')[0]}
        {kind === 'trade' && (
          <>
            {' '}
            <Money value={quantity} as="quantity" /> @ <OwnPrice price={price} />
          </>
        )}
      </span>
      <span className="muted">
        {precision === 'day' ? tradingDayText(timeMs) : <ContractTime conid={conid} timeMs={timeMs} />}
        {cash !== null && (
          <>
            {' · '}
            <MoneyChange value={cash} arrow={false} /> {currency}
          </>
        )}
      </span>
    </li>
  );
}
