import { useState } from 'react';
import type { IntentId } from '../../../shared/domain/ids';
import { useInstrument } from '../../state/linked-instrument';
import { useTicketRequest } from '../../state/ticket-requests';
import { blankForm, isDirty, renewed, requestedForm, type TicketForm } from './ticket-form';

interface Held {
  readonly form: TicketForm | null;
  readonly requestNumber: number;
  /** What was last sent, for editing it again where IBKR has nothing of it. */
  readonly sent: TicketForm | null;
}

/** The form and whose symbol it follows: the desk's while nothing is typed, its own from the first key on. */
export function useTicket() {
  const { number, request } = useTicketRequest();
  const linked = useInstrument();
  const conid = linked?.conid ?? null;
  const symbol = linked?.symbol ?? null;
  const [stored, setHeld] = useState<Held>({ form: null, requestNumber: number, sent: null });

  let held = stored;
  if (held.requestNumber !== number) {
    held = { ...held, requestNumber: number, form: request === null ? held.form : requestedForm(request) };
  }
  if (
    conid !== null &&
    symbol !== null &&
    held.form?.conid !== conid &&
    (held.form === null || !isDirty(held.form))
  ) {
    // A symbol change clears quantity and price; the side stays what it was.
    held = { ...held, form: blankForm(conid, symbol, held.form?.side ?? 'BUY') };
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
      setHeld({ ...held, form: next });
    },
    /** The submit finished: the next order is another intent. */
    finish: (): void => {
      if (form === null) return;
      setHeld({ ...held, sent: form, form: blankForm(form.conid, form.symbol, form.side) });
    },
    editAgain: (): void => {
      if (sent !== null) setHeld({ ...held, form: renewed(sent), sent: null });
    },
    canEdit: (intentId: IntentId): boolean => sent?.intentId === intentId,
  };
}

export type TicketState = ReturnType<typeof useTicket>;
