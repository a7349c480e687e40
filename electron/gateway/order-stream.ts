import { z } from 'zod';
import type { Clock } from '../support/clock';
import { inQuery } from './arguments';
import type { Caller } from './caller';
import { endpoint } from './endpoint';

/** Clears IBKR's cache of orders; its own list is always empty — GOTCHAS 28. */
const forcedOrders = endpoint({
  area: 'orders',
  verb: 'GET',
  path: '/iserver/account/orders',
  parameters: { force: inQuery(z.boolean(), 'Always true.') },
  wire: z.unknown(),
  preflight: 'accounts',
  pacing: { intervalMs: 5_000 },
  docs: { purpose: 'Wakes the order stream.', returns: 'nothing useful', source: 'WEBSOCKET §9' },
});

export interface OrderStream {
  /** An order list was read; a filtered one silences the `sor` topic until a forced one. */
  readonly heard: (filtered: boolean) => void;
  /** Resolves when `sor` may be subscribed: the orders were read in this session. */
  readonly primed: () => Promise<void>;
}

/**
 * IBKR streams orders only after they were read by REST, and stops after a filtered read until a forced one —
 * GATEWAY_FACTS §5, WEBSOCKET §9.10, read 2026-11. A plain read of anyone here counts: the forced one is made where
 * there was none, so that it does not take the single place in 5 s from the list the user waits for.
 */
export function createOrderStream(caller: Caller, clock: Clock, isStreaming: () => boolean): OrderStream {
  const waiting: Array<() => void> = [];
  const release = (): void => waiting.splice(0).forEach((go) => go());
  const force = async (): Promise<void> => {
    const answer = await caller.call(
      forcedOrders,
      { force: true },
      { priority: 'background', single: true, timeoutMs: 5_000 },
    );
    if (answer.ok) caller.preflight.done(mark);
    // Refused or not: the topic itself will say whether it can be had.
    release();
  };

  return {
    heard: (filtered) => {
      if (!filtered) {
        caller.preflight.done(mark);
        release();
        return;
      }
      caller.preflight.forget(mark);
      if (isStreaming()) void force();
    },
    primed: async () => {
      if (caller.preflight.isDone(mark)) return;
      const turn = new Promise<void>((resolve) => waiting.push(resolve));
      await Promise.race([turn, clock.sleep(othersReadFirstMs)]);
      if (caller.preflight.isDone(mark)) return;
      void force();
      await turn;
    },
  };
}

const mark = 'orders read';
const othersReadFirstMs = 300;
