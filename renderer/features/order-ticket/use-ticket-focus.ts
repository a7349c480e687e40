import { type RefObject, useEffect, useRef } from 'react';

/** What another panel or a key filled in is finished here: the first field still empty takes the focus. */
export function useTicketFocus(requestNumber: number): RefObject<HTMLDivElement | null> {
  const ticket = useRef<HTMLDivElement>(null);
  const seen = useRef(requestNumber);
  useEffect(() => {
    if (seen.current === requestNumber) return;
    seen.current = requestNumber;
    const fields = [...(ticket.current?.querySelectorAll<HTMLInputElement>('input.input-number') ?? [])];
    const field = fields.find(({ value }) => value === '') ?? fields[0];
    field?.focus();
    field?.select();
  }, [requestNumber]);
  return ticket;
}
