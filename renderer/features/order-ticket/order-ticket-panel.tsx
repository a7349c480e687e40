import type { AccountId } from '../../../shared/domain/ids';
import { useSession } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { Ticket } from './ticket';
import { useTicket } from './use-ticket';
import './order-ticket.css';

/** Says an order, has it reviewed, follows it. Another account is another ticket. */
export function OrderTicketPanel() {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const mode = useSession()?.mode;
  return (
    <Panel
      name="Order ticket"
      state={
        accountId !== null && (
          <>
            <span>{accountId}</span>
            {mode !== undefined && <span className="badge badge-mode">{mode.toUpperCase()}</span>}
          </>
        )
      }
    >
      {accountId === null ? <NoTicket /> : <AccountTicket key={accountId} accountId={accountId} />}
    </Panel>
  );
}

function AccountTicket({ accountId }: { readonly accountId: AccountId }) {
  const ticket = useTicket();
  return ticket.form === null ? (
    <NoTicket />
  ) : (
    <Ticket accountId={accountId} form={ticket.form} ticket={ticket} />
  );
}

function NoTicket() {
  const session = useSession();
  return (
    <>
      <EmptyState title="Nothing to order yet.">
        <p>
          {session?.tradingAllowed === true
            ? 'Choose a symbol in the watchlist, or press / and search.'
            : 'A ticket needs the connection to IBKR, an account and a symbol.'}
        </p>
      </EmptyState>
      <div className="ticket-main">
        <button type="button" className="button button-large" disabled title="Needs an account and a symbol">
          Review order
        </button>
      </div>
    </>
  );
}
