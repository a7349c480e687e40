import { Agent, request } from 'node:https';
import { quantile } from './statistics';

export interface LoadResult {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
}

/**
 * Asks at a fixed rate whether or not answers come (an open loop: a slow server cannot slow the question down),
 * over kept connections, and measures from the moment a request was due.
 */
export async function load(url: string, ca: string, perSecond: number, seconds: number): Promise<LoadResult> {
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 32 });
  const times: number[] = [];
  let failed = 0;
  const total = perSecond * seconds;
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    let settled = 0;
    const settle = (): void => {
      settled += 1;
      if (settled === total) resolve();
    };
    const send = (): void => {
      const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * perSecond) + 1);
      for (; sent < due; sent += 1)
        ask(url, agent, started + (sent / perSecond) * 1000, times, () => (failed += 1), settle);
      if (sent < total) setTimeout(send, 1);
    };
    send();
  });
  const elapsed = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = times.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
    failed,
  };
}

function ask(
  url: string,
  agent: Agent,
  dueMs: number,
  times: number[],
  fail: () => void,
  settle: () => void,
): void {
  const outgoing = request(url, { agent }, (response) => {
    response.resume();
    response.once('end', () => {
      if (response.statusCode === 200) times.push(performance.now() - dueMs);
      else fail();
      settle();
    });
  });
  outgoing.once('error', () => {
    fail();
    settle();
  });
  outgoing.end();
}
