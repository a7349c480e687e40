import type { PracticeProcess } from './practice-process';

/** What the practice gateway really holds and received; read on its control port, which the app never sees. */
interface Truth {
  readonly orders: ReadonlyArray<{ readonly orderId: number; readonly working: boolean }>;
  readonly executions: ReadonlyArray<{ readonly price: string; readonly commission: string }>;
  readonly accounts: ReadonlyArray<{
    readonly cash: Readonly<Record<string, string>>;
    readonly positions: ReadonlyArray<{ readonly conid: number; readonly quantity: string }>;
  }>;
  readonly wireLog: ReadonlyArray<{ readonly method: string; readonly path: string }>;
}

export interface PracticeControl {
  readonly truth: () => Promise<Truth>;
  readonly setPrice: (conid: number, price: string) => Promise<void>;
  /** Replaces all fault rules. */
  readonly setFaults: (rules: readonly object[]) => Promise<void>;
  /** Flags of IBKR's session: loggedIn, authenticated, established, connected, competing. */
  readonly setSession: (flags: Readonly<Record<string, boolean>>) => Promise<void>;
  readonly workingOrders: () => Promise<number>;
  /** New orders received on the wire, whatever became of them. */
  readonly orderPosts: () => Promise<number>;
  readonly holdings: (conid: number) => Promise<{ position: number; cash: string }>;
  readonly lastExecution: () => Promise<{ price: string; commission: string }>;
}

export function controlOf({ controlUrl, controlToken }: PracticeProcess): PracticeControl {
  if (controlUrl === undefined || controlToken === undefined)
    throw new Error('Start it with --control-port 0.');
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(controlUrl + path, {
      method,
      headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  // The control port's answer is its contract (docs/practice-gateway.md).
  const truth = async (): Promise<Truth> => (await ask('GET', '/truth')) as Truth;

  return {
    truth,
    setPrice: async (conid, price) => {
      await ask('POST', '/market/price', { conid, price });
    },
    setFaults: async (rules) => {
      await ask('DELETE', '/faults');
      if (rules.length > 0) await ask('PUT', '/faults', rules);
    },
    setSession: async (flags) => {
      await ask('POST', '/session', flags);
    },
    workingOrders: async () => (await truth()).orders.filter((order) => order.working).length,
    orderPosts: async () =>
      (await truth()).wireLog.filter(
        ({ method, path }) => method === 'POST' && /\/iserver\/account\/[^/]+\/orders$/.test(path),
      ).length,
    async holdings(conid) {
      const account = (await truth()).accounts[0];
      const position = account?.positions.find((candidate) => candidate.conid === conid);
      return { position: Number(position?.quantity ?? 0), cash: account?.cash['USD'] ?? '' };
    },
    async lastExecution() {
      const execution = (await truth()).executions.at(-1);
      if (execution === undefined) throw new Error('Nothing was executed.');
      return execution;
    },
  };
}
