import type { PracticeProcess } from './practice-process';

export interface WireEntry {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly connection: number;
  /** Id of the fault rule that struck it. */
  readonly fault: string | null;
}

/** What the practice gateway really holds and received; read on its control port, which the app never sees. */
export interface Truth {
  readonly ordersCreated: ReadonlyArray<{ readonly cOID: string | null; readonly orderId: number }>;
  readonly orders: ReadonlyArray<{
    readonly orderId: number;
    readonly cOID: string | null;
    readonly status: string;
    readonly working: boolean;
  }>;
  /** Topics each websocket client has open. */
  readonly streamsOpen: ReadonlyArray<{ readonly topics: ReadonlyArray<string> }>;
  readonly wireLog: ReadonlyArray<WireEntry>;
  readonly repliesApplied: ReadonlyArray<unknown>;
  readonly pacingViolations: ReadonlyArray<unknown>;
  readonly accounts: ReadonlyArray<{
    readonly cash: Readonly<Record<string, string>>;
    readonly positions: ReadonlyArray<{ readonly conid: number; readonly quantity: string }>;
  }>;
  readonly executions: ReadonlyArray<{
    readonly price: string;
    readonly quantity: string;
    readonly commission: string;
  }>;
}

/** Every figure of one account, exact; the market should stand still while they are compared. */
export interface PortfolioTruth {
  readonly totals: Readonly<Record<'netLiquidation' | 'cash' | 'initialMargin' | 'excessLiquidity', string>>;
  readonly positions: ReadonlyArray<
    Readonly<Record<'symbol' | 'currency' | 'quantity', string>> & { readonly conid: number }
  >;
  readonly ledger: ReadonlyArray<Readonly<Record<'currency' | 'cash' | 'netLiquidation' | 'rate', string>>>;
  readonly performance: ReadonlyArray<{ readonly value: number; readonly returned: number }>;
}

export type PracticeControl = ReturnType<typeof controlOf>;

/** New orders on the wire, whatever became of them. */
export const isPlacing = ({ method, path }: WireEntry): boolean =>
  method === 'POST' && /\/iserver\/account\/[^/]+\/orders$/.test(path);

/** The side door of the practice gateway: faults and market moves in, truth out. The app never uses it. */
export function controlOf({ controlUrl, controlToken }: PracticeProcess) {
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
    setPrice: (conid: number, price: number | string) => ask('POST', '/market/price', { conid, price }),
    /** Replaces all fault rules. */
    setFaults: async (rules: readonly object[]) => {
      await ask('DELETE', '/faults');
      if (rules.length > 0) await ask('PUT', '/faults', rules);
    },
    /** A frame to every websocket client, whatever it is. */
    broadcast: (frame: Readonly<Record<string, unknown>>) => ask('POST', '/broadcast', frame),
    /** Flags of IBKR's session: loggedIn, authenticated, established, connected, competing. */
    setSession: (flags: Readonly<Record<string, boolean>>) => ask('POST', '/session', flags),
    /** A state of the session as GATEWAY_FACTS §2 names it. */
    scene: (scene: string) => ask('POST', '/scene', { scene }),
    /** As another gateway process with another user's accounts. */
    becomeScenario: (scenario: string) => ask('POST', '/scenario', { scenario }),
    /** What new connections are shown, and every connection new: the gateway starts again. */
    showCertificate: async (kind: string) => {
      await ask('POST', '/certificate', { kind });
      await ask('POST', '/restart', {});
    },
    /** The next order is asked these questions. */
    expectQuestions: (questions: ReadonlyArray<string>) => ask('POST', '/orders/expect', { questions }),
    /** The next order is refused, dropped, half taken … */
    expectFate: (fate: Readonly<Record<string, unknown>>) => ask('POST', '/orders/expect', fate),
    /** An order of TWS or the phone. */
    external: async (order: object) =>
      (await ask('POST', '/orders/external', order)) as { readonly orderIds: ReadonlyArray<number> },
    fill: (orderId: string, quantity?: number) =>
      ask('POST', '/orders/fill', {
        orderId: Number(orderId),
        ...(quantity === undefined ? {} : { quantity }),
      }),
    portfolioTruth: async (days = 30) =>
      (await ask('GET', `/truth/portfolio?days=${days}`)) as PortfolioTruth,
    freeze: (frozen: boolean) => ask('POST', '/market/freeze', { frozen }),
    advance: (ms: number) => ask('POST', '/clock/advance', { ms }),
    split: (conid: number, ratio: number) => ask('POST', '/market/split', { conid, ratio }),
    releasePenalty: () => ask('POST', '/penalty/release', {}),
    workingOrders: async () => (await truth()).orders.filter((order) => order.working).length,
    orderPosts: async () => (await truth()).wireLog.filter(isPlacing).length,
    async holdings(conid: number) {
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
