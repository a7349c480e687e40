// Seam: large structures come in pages of two shapes; who owns an account is named, nobody is invented.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import { toAccountPage } from './to-account-page';
import { toOwners } from './to-owners';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ accountId: `U${100 + index}` }));

it('a page with its total is the last one when nothing follows', () => {
  const page = (pageNumber: number) =>
    toAccountPage({ metadata: { total: 45 }, subaccounts: rows(pageNumber === 2 ? 5 : 20) }, pageNumber, []);
  expect([page(0).isLast, page(1).isLast, page(2).isLast]).toEqual([false, false, true]);
  expect(page(2)).toMatchObject({ total: 45, page: 2 });
});

it('a bare list says no total; a short one is the last', () => {
  expect(toAccountPage(rows(20), 0, [])).toMatchObject({ total: null, isLast: false });
  expect(toAccountPage(rows(3), 1, [])).toMatchObject({ total: null, isLast: true });
});

it('keeps what the login’s own list knows of an account', () => {
  const [known] = toAccountPage([{ accountId: 'U100' }], 0, []).accounts;
  const tradable = known && { ...known, tradable: true };
  expect(toAccountPage([{ accountId: 'U100' }], 0, tradable ? [tradable] : []).accounts[0]?.tradable).toBe(
    true,
  );
});

it('names owners by their entity, else by their parts', () => {
  const owners = toOwners(accountIdSchema.parse('U1'), {
    users: [
      { roleId: 'OWNER', entity: { entityName: 'Ada Lovelace' } },
      { roleId: 'TRUSTEE', entity: { firstName: 'Grace', lastName: 'Hopper' } },
      { entity: {} },
    ],
  });
  expect(owners.owners).toEqual([
    { name: 'Ada Lovelace', role: 'OWNER' },
    { name: 'Grace Hopper', role: 'TRUSTEE' },
  ]);
  expect(owners.signatures).toEqual([]);
});
