import type { Account, AccountPage } from '../../../shared/domain/account';
import { isRecord, recordOf, recordsOf } from '../wire-record';
import { toAccounts } from './to-accounts';

const pageSize = 20;

/**
 * A page of `/portfolio/subaccounts2`: `{metadata, subaccounts}` or a bare list, both are seen (QUIRKS §3, read 2026-11).
 * A bare list says nothing of a total; a short page is the last. What the login's own list knows of an account stays.
 */
export function toAccountPage(wire: unknown, page: number, known: ReadonlyArray<Account>): AccountPage {
  const rows = recordsOf(isRecord(wire) ? wire['subaccounts'] : wire);
  const total = Number(recordOf(recordOf(wire)['metadata'])['total'] ?? Number.NaN);
  const accounts = toAccounts(rows, {}).map(
    (account) => known.find(({ accountId }) => accountId === account.accountId) ?? account,
  );
  return {
    accounts,
    page,
    total: Number.isInteger(total) && total >= 0 ? total : null,
    isLast: Number.isInteger(total) ? (page + 1) * pageSize >= total : rows.length < pageSize,
  };
}
