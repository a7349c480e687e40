import { groupProblem, mayBeGrouped } from '../../../shared/domain/order-group';
import { shortSentence } from '../../../shared/domain/order-sentence';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { GroupMember, TicketForm } from './ticket-form';

const mostOthers = 7;

/**
 * One cancels all: orders collected here go out in one request, and IBKR cancels the others once one is filled. What
 * the API does not let us say — what a partial fill does to the others — is said here instead.
 */
export function GroupFields({
  form,
  accountId,
  draft,
  onAdd,
  change,
}: {
  readonly form: TicketForm;
  readonly accountId: AccountId;
  readonly draft: OrderDraft | string;
  readonly onAdd: (member: GroupMember) => void;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const member = typeof draft === 'string' ? null : memberOf(draft, form.symbol);
  const full = form.group.length >= mostOthers;
  const obstacle =
    typeof draft === 'string'
      ? draft
      : full
        ? `A group holds at most ${mostOthers + 1} orders.`
        : member === null
          ? (groupProblem({ ...draft, group: [] }) ?? 'This type of order cannot be in a group.')
          : null;
  return (
    <div className="group">
      {form.group.length > 0 && (
        <>
          <p className="group-head">
            One cancels all: {form.group.length} {form.group.length === 1 ? 'order' : 'orders'} in the group,
            this one is the next
          </p>
          <ol className="group-list" aria-label="Orders of the group">
            {form.group.map(({ order, symbol }, index) => (
              <li key={`${index} ${order.conid}`}>
                <span className="selectable">{shortSentence({ ...order, accountId }, symbol)}</span>
                <button
                  type="button"
                  className="link-button"
                  aria-label={`Remove order ${index + 1} from the group`}
                  onClick={() => change({ group: form.group.filter((_, other) => other !== index) })}
                >
                  Remove
                </button>
              </li>
            ))}
          </ol>
          <p className="field-hint">
            They are sent in one request. When one is filled IBKR cancels the others; what a partial fill does
            to them, this API does not let us choose: it may leave them working for a moment.
          </p>
        </>
      )}
      <button
        type="button"
        className="link-button"
        disabled={obstacle !== null}
        title={obstacle ?? undefined}
        onClick={() => {
          if (member !== null) onAdd(member);
        }}
      >
        {form.group.length === 0
          ? 'Start a one-cancels-all group with this order'
          : 'Add this order, write another'}
      </button>
    </div>
  );
}

/** The order as a member of a group; `null` where it cannot be one. */
function memberOf(draft: OrderDraft, symbol: string): GroupMember | null {
  const { conid, side, quantity, orderType, limitPrice, stopPrice, tif, outsideRth, route = null } = draft;
  if (!mayBeGrouped(orderType) || (tif !== 'DAY' && tif !== 'GTC')) return null;
  if (groupProblem({ ...draft, group: [] }) !== null) return null;
  return {
    order: { conid, side, quantity, orderType, limitPrice, stopPrice, tif, outsideRth, route },
    symbol,
  };
}
