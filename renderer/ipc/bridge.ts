import type { Bridge } from '../../shared/ipc/bridge';

declare global {
  interface Window {
    readonly portico?: Bridge;
  }
}

/** What preload gave us. Missing only when the page is opened outside Portico. */
export function bridge(): Bridge {
  if (window.portico === undefined) throw new Error('Portico’s page was opened outside Portico.');
  return window.portico;
}
