import { expect } from 'vitest';
import type { TestGateway } from '../../electron/practice/testing/test-gateway';

/**
 * Asks the practice gateway everything that was recorded from IBKR, in an order in which each answer has something
 * in it. The answers by `METHOD path`, ids as `{id}`; fails on any status but 200.
 */
export async function answersOf(test: TestGateway): Promise<ReadonlyMap<string, unknown>> {
  const answers = new Map<string, unknown>();
  // An advisor's master account takes no order of its own; its last client's does.
  const { accounts } = (await test.call('GET', '/iserver/accounts')).body as { accounts: string[] };
  const account = accounts.filter((id) => id !== 'All').at(-1) ?? test.account;
  const call = async (name: string, method: string, path: string, body?: unknown) => {
    const answer = await test.call(method, path, body);
    expect(answer.status, name).toBe(200);
    answers.set(name, answer.body);
    return answer.body;
  };
  const order = { conid: 265598, orderType: 'MKT', side: 'BUY', quantity: 1, tif: 'DAY' };
  const placed = (await call(
    'POST /iserver/account/{id}/orders',
    'POST',
    `/iserver/account/${account}/orders`,
    { orders: [order] },
  )) as { order_id: string }[];
  test.clock.advance(2000);
  const limit = { ...order, orderType: 'LMT', price: 1, cOID: 'shape' };
  await test.call('POST', '/iserver/questions/suppress', { messageIds: ['o163'] });
  const working =
    (
      (await test.call('POST', `/iserver/account/${account}/orders`, { orders: [limit] })).body as {
        order_id: string;
      }[]
    )[0]?.order_id ?? '';
  test.clock.advance(2000);
  await call(
    'POST /iserver/account/{id}/order/{id}',
    'POST',
    `/iserver/account/${account}/order/${working}`,
    { ...limit, price: 2 },
  );
  await call('GET /iserver/account/orders', 'GET', '/iserver/account/orders');
  await call(
    'GET /iserver/account/order/status/{id}',
    'GET',
    `/iserver/account/order/status/${placed[0]?.order_id ?? ''}`,
  );
  await call('GET /iserver/account/trades', 'GET', '/iserver/account/trades');
  await call(
    'DELETE /iserver/account/{id}/order/{id}',
    'DELETE',
    `/iserver/account/${account}/order/${working}`,
  );
  await call(
    'POST /iserver/account/{id}/orders/whatif',
    'POST',
    `/iserver/account/${account}/orders/whatif`,
    { orders: [order] },
  );
  await test.call('POST', '/fyi/deliveryoptions/device', {
    devicename: 'x',
    deviceId: 'y',
    uiName: 'z',
    enabled: true,
  });
  const plain = [
    'GET /iserver/accounts',
    'GET /iserver/account/pnl/partitioned',
    'GET /iserver/auth/status',
    'POST /tickle',
    'GET /fyi/deliveryoptions',
    'GET /fyi/notifications',
    'GET /fyi/settings',
    'GET /fyi/unreadnumber',
    'GET /portfolio/accounts',
    'GET /portfolio/subaccounts',
    'GET /portfolio/subaccounts2',
    'GET /iserver/scanner/params',
    'POST /iserver/questions/suppress/reset',
    'GET /sso/validate',
    'GET /iserver/account/mta',
    'GET /iserver/secdef/bond-filters',
  ];
  for (const name of plain) {
    const [method = '', path = ''] = name.split(' ');
    await call(name, method, path);
  }
  const ofAccount = [
    'allocation',
    'ledger',
    'meta',
    'summary',
    'positions/0',
    'position/265598',
    'combo/positions',
  ];
  for (const name of ofAccount)
    await call(`GET /portfolio/{id}/${name.replace(/\d+$/, '{id}')}`, 'GET', `/portfolio/${account}/${name}`);
  await call('GET /portfolio2/{id}/positions', 'GET', `/portfolio2/${account}/positions`);
  await call('GET /portfolio/positions/{id}', 'GET', '/portfolio/positions/265598');
  await call(
    'POST /portfolio/{id}/positions/invalidate',
    'POST',
    `/portfolio/${account}/positions/invalidate`,
  );
  await call('POST /portfolio/allocation', 'POST', '/portfolio/allocation', { acctIds: [account] });
  await call('POST /pa/performance', 'POST', '/pa/performance', { acctIds: [account], period: '1M' });
  await call('POST /pa/allperiods', 'POST', '/pa/allperiods', { acctIds: [account] });
  await call('POST /pa/transactions', 'POST', '/pa/transactions', {
    acctIds: [account],
    conids: [265598],
    currency: 'USD',
    days: 1,
  });
  await call('POST /iserver/account', 'POST', '/iserver/account', { acctId: account });
  await call('POST /iserver/auth/ssodh/init', 'POST', '/iserver/auth/ssodh/init', {
    publish: true,
    compete: true,
  });
  await call('GET /iserver/secdef/search', 'GET', '/iserver/secdef/search?symbol=SPY');
  await call('GET /iserver/secdef/strikes', 'GET', '/iserver/secdef/strikes?conid=756733&sectype=OPT');
  await call('GET /iserver/contract/756733/info', 'GET', '/iserver/contract/756733/info');
  await call('GET /iserver/contract/265598/info-and-rules', 'GET', '/iserver/contract/265598/info-and-rules');
  await call('GET /iserver/exchangerate', 'GET', '/iserver/exchangerate?source=USD&target=EUR');
  await call('GET /trsrv/stocks', 'GET', '/trsrv/stocks?symbols=AAPL,VOO,VT,IGV');
  await call('GET /trsrv/all-conids', 'GET', '/trsrv/all-conids?exchange=NASDAQ');
  await call(
    'GET /iserver/marketdata/snapshot',
    'GET',
    '/iserver/marketdata/snapshot?conids=756733&fields=31,84,86,85,88,87,70,71,82,83',
  );
  await call(
    'GET /iserver/marketdata/history',
    'GET',
    '/iserver/marketdata/history?conid=756733&period=1d&bar=5min',
  );
  await call('POST /iserver/scanner/run', 'POST', '/iserver/scanner/run', {
    instrument: 'STK',
    type: 'TOP_PERC_GAIN',
    location: 'STK.US.MAJOR',
    filter: [],
  });
  await call('POST /iserver/watchlist', 'POST', '/iserver/watchlist', {
    id: '99999',
    name: 'x',
    rows: [{ C: 756733 }],
  });
  await call('GET /iserver/watchlists', 'GET', '/iserver/watchlists?SC=USER_WATCHLIST');
  await call('GET /iserver/watchlist', 'GET', '/iserver/watchlist?id=99999');
  await call('DELETE /iserver/watchlist', 'DELETE', '/iserver/watchlist?id=99999');
  await call(
    'GET /iserver/account/{id}/summary/available_funds',
    'GET',
    `/iserver/account/${account}/summary/available_funds`,
  );
  await call(
    'GET /iserver/account/{id}/summary/market_value',
    'GET',
    `/iserver/account/${account}/summary/market_value`,
  );
  await call('POST /iserver/marketdata/unsubscribe', 'POST', '/iserver/marketdata/unsubscribe', {
    conid: 756733,
  });
  await call('GET /iserver/marketdata/unsubscribeall', 'GET', '/iserver/marketdata/unsubscribeall');
  await call('POST /logout', 'POST', '/logout');
  return answers;
}
