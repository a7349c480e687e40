import { useQuery } from '@tanstack/react-query';
import { appQueries } from '../ipc/app-queries';
import { Dialog } from '../ui/dialog';

const keys = [
  ['/', 'Search a symbol'],
  ['Alt B · Alt S', 'Buy or sell ticket for the symbol shown'],
  ['Alt X', 'Ticket that closes the position in it'],
  ['Alt C · Alt Shift C', 'Cancel the selected orders, or all working ones: a dialog asks'],
  ['Shift F10', 'What can be done with the row: buy, sell, close, attach a stop'],
  ['Ctrl Enter', 'Review the order in the ticket'],
  ['↑ ↓', 'One tick in a price, one lot in a quantity; with Shift ten'],
  ['F6 · Shift F6', 'Next or previous panel'],
  ['Arrows, Home, End', 'Walk the cells of a table; Enter opens the row'],
  ['Ctrl Shift H', 'Hide or show all amounts of money'],
  ['i', 'In a table of figures: explain this number'],
  ['Esc', 'Back; to IBKR’s question it says no'],
  ['?', 'This sheet'],
] as const;

/** All keys on one sheet, and whose work is inside. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: info } = useQuery(appQueries.info());
  return (
    <Dialog name="Keys and credits" onClose={onClose} className="help">
      <header className="dialog-head">
        <h2>Keys</h2>
      </header>
      <div className="dialog-body">
        <dl className="help-keys">
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd className="key">{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p className="muted help-credits">
          {info !== undefined && `Portico ${info.version} · ${info.profile} · ${info.gatewayUrl}. `}
          Price charts by TradingView Lightweight Charts. Typeface Inter. Not made or endorsed by Interactive
          Brokers.
        </p>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}
