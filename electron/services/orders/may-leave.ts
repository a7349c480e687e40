import type { OrderDraft } from '../../../shared/domain/order-draft';
import { accountRefusal } from './guards';
import type { OrderContext } from './order-context';
import type { OrderPurpose } from './ports';
import { sessionRefusal } from './refusals';

/** Connecting and the pacing take less; a computer that slept meanwhile takes longer. */
const latestMs = 20_000;

/**
 * Whether what was pressed now may still go out when its connection stands: seconds later, perhaps after the kill
 * switch, the end of the session, or a night's sleep. A "no" there proves that nothing was sent.
 */
export function mayStillLeave(
  { permit, session, accounts, clock }: OrderContext,
  { accountId }: OrderDraft,
  what: OrderPurpose,
): () => boolean {
  const pressedAtMs = clock.now();
  const { mode } = session.current();
  return () => {
    const state = session.current();
    const refused =
      permit.refusal(what) ??
      sessionRefusal(state) ??
      accountRefusal(accounts.known(accountId), accountId, state);
    return refused === null && state.mode === mode && Math.abs(clock.now() - pressedAtMs) < latestMs;
  };
}
