import { useState } from 'react';
import type { IntentId } from '../../../shared/domain/ids';
import { useInstrument } from '../../state/linked-instrument';
import { type TicketRequest, useTicketRequest } from '../../state/ticket-requests';
import {
  afterRequest,
  blankForm,
  forContract,
  type GroupMember,
  isDirty,
  nextOfGroup,
  renewed,
  requestedForm,
  type TicketForm,
} from './ticket-form';

interface Held {
  readonly form: TicketForm | null;
  readonly requestNumber: number;
  /** Asked for while something else was being typed: waits to be taken. */
  readonly offer: TicketRequest | null;
  /** What was last sent, for editing it again where IBKR has nothing of it. */
  readonly sent: TicketForm | null;
}

/** The form and whose symbol it follows: the desk's while nothing is typed, its own from the first key on. */
export function useTicket() {
  const { number, request } = useTicketRequest();
  const linked = useInstrument();
  const conid = linked?.conid ?? null;
  const symbol = linked?.symbol ?? null;
  const [stored, setHeld] = useState<Held>({
    form: null,
    requestNumber: number,
    offer: null,
    sent: null,
  });

  let held = stored;
  if (held.requestNumber !== number) {
    held = { ...held, requestNumber: number, ...afterRequest(held.form, request) };
  }
  if (
    conid !== null &&
    symbol !== null &&
    held.form?.conid !== conid &&
    (held.form === null || !isDirty(held.form))
  ) {
    // A symbol change clears quantity and price; the side stays what it was.
    held = { ...held, form: forContract(held.form, conid, symbol) };
  }
  // React's own way to follow a changed input: set during render, before anything is painted.
  if (held !== stored) setHeld(held);

  const { form, sent } = held;
  return {
    form,
    /** Counts what other panels asked for. */
    requestNumber: number,
    /** The symbol the rest of the desk looks at while this ticket keeps its own. */
    elsewhere: form !== null && conid !== form.conid ? symbol : null,
    change: (part: Partial<TicketForm>): void => {
      if (form !== null) setHeld({ ...held, form: { ...form, ...part } });
    },
    /** Drops what was typed and follows the desk again: a new draft, a new intent. */
    clear: (): void => {
      if (form === null) return;
      const next = conid !== null && symbol !== null ? blankForm(conid, symbol, form.side) : null;
      setHeld({ ...held, form: next, offer: null });
    },
    /** What another panel asked for while this order was being typed. */
    offer: held.offer,
    takeOffer: (): void => {
      if (held.offer !== null) setHeld({ ...held, offer: null, form: requestedForm(held.offer) });
    },
    /** Takes the symbol the desk shows; a group that was begun goes on with it. */
    follow: (): void => {
      if (conid !== null && symbol !== null) setHeld({ ...held, form: forContract(form, conid, symbol) });
    },
    addToGroup: (member: GroupMember): void => {
      if (form !== null) setHeld({ ...held, form: nextOfGroup(form, member) });
    },
    /** The submit finished: the next order is another intent. */
    finish: (): void => {
      if (form === null) return;
      setHeld({ ...held, sent: form, offer: null, form: blankForm(form.conid, form.symbol, form.side) });
    },
    editAgain: (): void => {
      if (sent !== null) setHeld({ ...held, form: renewed(sent), sent: null });
    },
    canEdit: (intentId: IntentId): boolean => sent?.intentId === intentId,
  };
}

export type TicketState = ReturnType<typeof useTicket>;
