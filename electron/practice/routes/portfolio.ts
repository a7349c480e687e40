import { isRecord, textOf } from '../broker/order-request';
import { allocationOf } from '../broker/wire-allocation';
import { ledgerOf } from '../broker/wire-ledger';
import { wireCombos } from '../broker/wire-combo';
import { wirePosition, wirePosition2 } from '../broker/wire-position';
import { summaryOf } from '../broker/wire-summary';
import type { Account, Position } from '../broker/account';
import { failure, get, list, ok, post, type Reply, type Route } from '../http/reply';
import type { World } from '../world';

const pageSize = 100;

/** Positions, balances and allocation: the `/portfolio` family, which lives without a brokerage session. */
export const portfolioRoutes: readonly Route[] = [
  get('/portfolio/accounts', 'web', (world) => {
    world.session.portfolioQueried = true;
    return ok(world.accounts.map((account) => portfolioAccount(world, account)));
  }),
  get('/portfolio/subaccounts', 'web', (world) => {
    world.session.portfolioQueried = true;
    return ok(world.accounts.map((account) => portfolioAccount(world, account)));
  }),
  get('/portfolio/subaccounts2', 'web', (world, { query }) => {
    world.session.portfolioQueried = true;
    const pageNum = Number(query.get('page') ?? 0);
    const subaccounts = world.accounts
      .slice(pageNum * 20, pageNum * 20 + 20)
      .map((account) => portfolioAccount(world, account));
    return ok({ metadata: { total: world.accounts.length, pageSize: 20, pageNum }, subaccounts });
  }),
  get('/portfolio/:accountId/meta', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => ok(portfolioAccount(world, account))),
  ),
  get('/portfolio/:accountId/positions/:page', 'web', (world, { params, query }) =>
    forAccount(world, params.accountId, (account) => {
      const warm =
        world.easy || world.session.positionsRead.has(account.id) || query.get('waitForSecDef') === 'true';
      world.session.positionsRead.add(account.id);
      const page = Number(params.page);
      const sort = query.get('sort');
      const held = [...account.positions.values()];
      const rows = sort === null ? held : sorted(world, account.id, held, sort, query.get('direction'));
      const shown = rows.slice(page * pageSize, (page + 1) * pageSize);
      return ok(shown.map((position) => wirePosition(world, account.id, position, warm)));
    }),
  ),
  get('/portfolio/:accountId/positions', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) =>
      ok(
        [...account.positions.values()]
          .slice(0, pageSize)
          .map((position) => wirePosition(world, account.id, position, true)),
      ),
    ),
  ),
  get('/portfolio2/:accountId/positions', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) =>
      ok([...account.positions.values()].map((position) => wirePosition2(world, position))),
    ),
  ),
  get('/portfolio/:accountId/combo/positions', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => ok(wireCombos(world, account))),
  ),
  get('/portfolio/:accountId/position/:conid', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => {
      const position = account.positions.get(Number(params.conid));
      return ok(position === undefined ? [] : [wirePosition(world, account.id, position, true)]);
    }),
  ),
  get('/portfolio/positions/:conid', 'web', (world, { params }) =>
    ok(
      Object.fromEntries(
        world.accounts.flatMap((account) => {
          const position = account.positions.get(Number(params.conid));
          return position === undefined
            ? []
            : [[account.id, [wirePosition(world, account.id, position, true)]]];
        }),
      ),
    ),
  ),
  post('/portfolio/:accountId/positions/invalidate', 'web', (world, { params }) =>
    forAccount(world, params.accountId, () => ok({ message: 'success' })),
  ),
  get('/portfolio/:accountId/summary', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => ok(summaryOf(world, account))),
  ),
  get('/portfolio/:accountId/ledger', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => ok(ledgerOf(world, account))),
  ),
  get('/portfolio/:accountId/allocation', 'web', (world, { params }) =>
    forAccount(world, params.accountId, (account) => ok(allocationOf(world, [account]))),
  ),
  post('/portfolio/allocation', 'web', (world, { body }) => {
    const ids: unknown[] = isRecord(body) && Array.isArray(body.acctIds) ? body.acctIds : [];
    return allocation(world, ids.map(textOf));
  }),
  // IBind asks with GET and repeated keys; IBKR documents POST.
  get('/portfolio/allocation', 'web', (world, { query }) => allocation(world, list(query, 'acctIds'))),
];

/** By any field of the row, ascending unless `direction=d`; the same field twice leaves the order as it was. */
function sorted(
  world: World,
  accountId: string,
  positions: readonly Position[],
  field: string,
  direction: string | null,
): Position[] {
  const sign = direction === 'd' ? -1 : 1;
  return positions
    .map((position) => ({ position, key: wirePosition(world, accountId, position, true)[field] ?? '' }))
    .sort((a, b) => {
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      const [one, other] = [textOf(a.key), textOf(b.key)];
      return one === other ? 0 : one < other ? -sign : sign;
    })
    .map(({ position }) => position);
}

function allocation(world: World, ids: readonly string[]): Reply {
  const accounts = [...new Set(ids)]
    .map((id) => world.account(id))
    .filter((account) => account !== undefined);
  return accounts.length === 0
    ? failure(400, 'Bad Request: accountId needed')
    : ok(allocationOf(world, accounts));
}

/** Wrong account ids are answered 401 here, not 404 (GATEWAY_FACTS §3). */
function forAccount(world: World, id: string | undefined, answer: (account: Account) => Reply): Reply {
  if (!world.session.portfolioQueried && !world.easy)
    return failure(400, 'Bad Request: Please query /accounts first');
  const account = world.account(id ?? '');
  return account === undefined ? { status: 401, text: '' } : answer(account);
}

function portfolioAccount(world: World, account: Account) {
  return {
    id: account.id,
    'PrepaidCrypto-Z': false,
    'PrepaidCrypto-P': false,
    brokerageAccess: true,
    accountId: account.id,
    accountVan: account.id,
    accountTitle: account.title,
    displayName: account.title,
    accountAlias: account.alias,
    accountStatus: 1_769_922_000_000,
    currency: account.currency,
    type: world.isPaper ? 'DEMO' : 'INDIVIDUAL',
    tradingType: 'STKNOPT',
    businessType: 'INDEPENDENT',
    category: '',
    ibEntity: 'PRACTICE',
    faclient: world.advisor.isAdvisor && account === world.accounts[0],
    clearingStatus: 'O',
    covestor: false,
    noClientTrading: false,
    trackVirtualFXPortfolio: false,
    acctCustType: 'INDIVIDUAL',
    parent: { mmc: [], accountId: '', isMParent: false, isMChild: false, isMultiplex: false },
    desc: account.id,
  };
}
