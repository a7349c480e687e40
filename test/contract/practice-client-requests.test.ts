// Promise to third-party clients: the very requests IBind puts on the wire (its 70 methods, as recorded in the
// reference shelf: bodies, `True`/`False`, empty POSTs with a length of 0, DELETE with a body) are at home here.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

const file = resolve(import.meta.dirname, '../../../shared/api/endpoints.json');
const present = existsSync(file);

interface WireExample {
  readonly verb: string;
  readonly url: string;
  readonly body: unknown;
}
const examples: readonly (readonly [method: string, example: WireExample])[] = present
  ? (
      JSON.parse(readFileSync(file, 'utf8')) as { method: string; ibindWireExample: WireExample[] | null }[]
    ).flatMap((entry) =>
      (entry.ibindWireExample ?? []).map(
        (example) => [`${entry.method}: ${example.verb} ${example.url}`, example] as const,
      ),
    )
  : [];

/** Answers IBKR itself gives to these examples that are not 200, with the reason. */
const expected: Readonly<Record<string, readonly [status: number, why: string]>> = {
  search_dynamic_account: [503, 'only usernames with DYNACCT'],
  set_dynamic_account: [503, 'only usernames with DYNACCT'],
  order_status: [503, 'unknown order'],
  reply: [400, 'no question with that id is open'],
  marketdata_unsubscribe: [500, 'that stream is not open'],
  search_contract_rules: [400, 'the example sends the conid as text'],
  transaction_history: [500, 'the example sends conids as text'],
  market_scanner: [500, 'TOP is no scan code'],
  hmds_scanner_parameters: [404, 'gone from the newest API'],
  hmds_market_scanner: [404, 'gone from the newest API'],
};

let test: TestGateway;
beforeAll(async () => {
  if (present) test = await startTestGateway({ easy: true });
});
afterAll(() => (present ? test.stop() : undefined));

/** The examples' stand-ins (`DU1`, conid 1) become an account and a contract of the practice gateway. */
const localise = (text: string) =>
  text
    .replace(/\bD?U\d+\b/g, test.account)
    .replace(/(contract|position|positions)\/1(?=\/|$)/g, '$1/265598')
    .replace(/(conids?(?:=|":\[?))[12](?!\d)/g, '$1265598')
    .replace(/positions\/265598\?/, 'positions/0?');

describe.skipIf(!present)(present ? 'requests of IBind' : 'skipped: no fixtures', () => {
  it('are known', () => expect(examples.length).toBeGreaterThan(60));
  it.each(examples)('%s', async (name, { verb, url, body }) => {
    const method = name.split(':')[0] ?? '';
    const answer = await test.call(
      verb,
      localise(url),
      body === null ? undefined : (JSON.parse(localise(JSON.stringify(body))) as unknown),
    );
    const allowed = expected[method]?.[0];
    expect([200, 204, allowed]).toContain(answer.status);
    // Every later example needs a live login again.
    if (method === 'logout') test.gateway.host.restart();
  });
});

describe('what those requests are answered', () => {
  it('finds a symbol in a name search, as IBind sends it', async () => {
    const { body } = await test.call('GET', '/iserver/secdef/search?symbol=AAPL&name=True&secType=STK');
    expect(body).toHaveProperty([0, 'symbol'], 'AAPL');
  });

  it('counts an account once, however often it is named', async () => {
    const path = `/portfolio/allocation?acctIds=${test.account}`;
    const [once, twice] = [
      await test.call('GET', path),
      await test.call('GET', `${path}&acctIds=${test.account}`),
    ];
    expect(twice.body).toEqual(once.body);
  });

  it('sorts positions by the field and in the direction asked for', async () => {
    const { body } = await test.call(
      'GET',
      `/portfolio/${test.account}/positions/0?sort=mktValue&direction=d`,
    );
    const values = (body as { mktValue: number }[]).map((row) => row.mktValue);
    expect(values.length).toBeGreaterThan(3);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('has prices in the second snapshot, however soon it comes: IBind asks twice in a row', async () => {
    const path = '/iserver/marketdata/snapshot?conids=265598%2C272093&fields=31%2C84';
    const strict = await startTestGateway();
    await strict.call('GET', path);
    const { body } = await strict.call('GET', path);
    expect((body as { '31'?: unknown }[]).map((row) => typeof row['31'])).toEqual(['string', 'string']);
    await strict.stop();
  });

  it('reads the documented and the observed words of order filters, joined or repeated', async () => {
    for (const query of ['filters=Submitted%2CPreSubmitted', 'filters=submitted&filters=pre_submitted'])
      expect((await test.call('GET', `/iserver/account/orders?${query}`)).status).toBe(200);
    expect((await test.call('GET', '/iserver/account/orders?filters=Nonsense')).status).toBe(500);
  });

  it('opens the historical scanner with its own authorisation', async () => {
    test.gateway.host.restart();
    const scan = { instrument: 'BOND', location: 'BOND.US', scanCode: 'X', secType: 'BOND', maxItems: 25 };
    expect((await test.call('POST', '/hmds/scanner/run', scan)).status).toBe(404);
    await test.call('POST', '/hmds/auth/init');
    const { body } = await test.call('POST', '/hmds/scanner/run', scan);
    const { Contracts } = body as { Contracts: { Contract: { contractID: string }[] } };
    expect(Contracts.Contract.length).toBeGreaterThan(0);
    expect(typeof Contracts.Contract[0]?.contractID).toBe('string');
  });
});
