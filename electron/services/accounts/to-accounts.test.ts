// Seam: which accounts can be looked at, which can be traded, and whose money it is.
import { expect, it } from 'vitest';
import { toAccounts } from './to-accounts';

it('joins the two lists and keeps the evidence apart', () => {
  const accounts = toAccounts(
    [
      {
        accountId: 'U1',
        accountAlias: null,
        displayName: 'Main',
        currency: 'EUR',
        type: 'INDIVIDUAL',
        tradingType: 'STKMRGN',
      },
      { accountId: 'U2', accountAlias: 'Kids', type: 'INDIVIDUAL' },
    ],
    { accounts: ['U1'], aliases: {} },
  );
  expect(
    accounts.map(({ accountId, title, tradable, isPaper }) => [accountId, title, tradable, isPaper]),
  ).toEqual([
    ['U1', 'Main', true, null],
    ['U2', 'Kids', false, null],
  ]);
});

it.each([
  [{ accounts: ['U1'], isPaper: false }, { accountId: 'U1' }, false],
  [{ accounts: ['U1'], isPaper: true }, { accountId: 'U1' }, true],
  [{ accounts: [] }, { accountId: 'DU1' }, true],
  [{ accounts: [] }, { accountId: 'U1', type: 'DEMO' }, true],
])('reads paper from %j and %j as %s', (brokerage, row, isPaper) => {
  expect(toAccounts([row], brokerage)[0]?.isPaper).toBe(isPaper);
});
