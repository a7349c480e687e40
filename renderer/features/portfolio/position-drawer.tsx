import { useShowInstrument } from '../../state/linked-instrument';
import { openTicket, closeTicket } from '../../live/trade-actions';
import { showPanel } from '../../state/panel-requests';
import { DrawerFigures } from './drawer-figures';
import { DrawerHistory } from './drawer-history';
import type { PositionRow } from './position-row';

/** One holding in full: its figures, its contract, its orders and history; each leads on to where it is worked with. */
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
  const show = useShowInstrument();
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
        <DrawerFigures row={row} base={base} ratesAsOfMs={ratesAsOfMs} />
        <DrawerHistory row={row} />
        <button
          type="button"
          className="button"
          onClick={() => {
            show(row.conid, row.symbol);
            showPanel('transactions');
          }}
        >
          All transactions in {row.symbol}
        </button>
      </div>
    </aside>
  );
}
