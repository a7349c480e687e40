import { useEffect, useRef } from 'react';
import { useBlotterRequest } from '../state/blotter-requests';
import { showPanel } from '../state/panel-requests';
import { useTicketRequest } from '../state/ticket-requests';

/** A filled ticket, or a question about orders, is brought to sight wherever its panel was put away. */
export function useAskedPanels(): void {
  const ticket = useTicketRequest();
  const blotter = useBlotterRequest();
  useInSight('ticket', ticket.request === null ? 0 : ticket.number);
  useInSight('orders', blotter.request === null ? 0 : blotter.number);
}

function useInSight(panelId: string, number: number): void {
  const seen = useRef(0);
  useEffect(() => {
    if (number === 0 || seen.current === number) return;
    seen.current = number;
    const panel = document.querySelector(`[data-docked="${panelId}"] [data-panel]`);
    // Where it can be seen already, the keyboard stays where the request put it.
    if (panel?.checkVisibility() !== true) showPanel(panelId);
  }, [panelId, number]);
}
