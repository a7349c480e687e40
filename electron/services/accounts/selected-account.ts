import type { AppError } from '../../../shared/app-error';
import { accountIdSchema, type AccountId } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { read } from '../read';
import { recordOf } from '../wire-record';

/**
 * The account that the gateway's whole session has selected. Orders name their account and do not follow it, but one
 * that another program selected is a sign that two hands are at work: ORDER_SAFETY §9 lets no order out while it differs.
 */
export interface SelectedAccount {
  /** `null` while the gateway has not said. */
  readonly current: () => AccountId | null;
  /** It, where this login does not list it: another program's doing. `null` otherwise, and while the list is not known. */
  readonly strange: () => AccountId | null;
  readonly onChange: (listener: () => void) => () => void;
  /** As an account list says it. */
  readonly learn: (value: unknown) => void;
  /** Selects it at IBKR where it is not; asks for nothing else. */
  readonly select: (accountId: AccountId) => Promise<Result<null, AppError>>;
}

export function createSelectedAccount(
  gateway: Pick<Gateway, 'sessionMachine' | 'socket' | 'accounts'>,
): SelectedAccount {
  const listeners = new Set<() => void>();
  let selected: AccountId | null = null;
  const set = (next: AccountId | null): void => {
    if (next === selected) return;
    selected = next;
    for (const listener of listeners) listener();
  };
  const learn = (value: unknown): void => {
    const id = accountIdSchema.safeParse(value);
    // An advisor's "All" is no account that an order could be compared with.
    if (id.success) set(id.data === 'All' ? null : id.data);
  };
  gateway.sessionMachine.onChange(({ status, facts }) => {
    if (status === 'ready') {
      if (selected === null) learn(facts.selectedAccount);
    } else set(null);
  });
  gateway.socket.onEvent((event) => {
    if (event.kind === 'act') learn(recordOf(event.frame['args'])['selectedAccount']);
  });

  return {
    current: () => selected,
    strange: () => {
      const { accounts } = gateway.sessionMachine.state().facts;
      return selected === null || accounts === null || accounts.includes(selected) ? null : selected;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    learn,
    select: async (accountId) => {
      if (selected === null || selected === accountId) return ok(null);
      const answer = await read(gateway.accounts.switchAccount({ accountId }), (data) => recordOf(data));
      if (!answer.ok) return answer;
      const { set: done, acctId, success } = answer.value;
      // `{set: true, acctId}`, or `{success: "Account already set"}`. Source: OpenAPI 2.28, read 2026-11.
      const isSet =
        (done === true && (acctId === undefined || acctId === accountId)) || typeof success === 'string';
      if (!isSet) return err(notSelected(accountId));
      set(accountId);
      return ok(null);
    },
  };
}

const notSelected = (accountId: AccountId): AppError => ({
  code: 'blocked',
  message: `IBKR did not select account ${accountId}.`,
  meaning: 'Nothing was sent.',
  action: 'Review the order again, or choose the account in Client Portal.',
});
