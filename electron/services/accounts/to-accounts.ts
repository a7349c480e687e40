import { accountIdSchema } from '../../../shared/domain/ids';
import type { Account } from '../../../shared/domain/account';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';

/**
 * Accounts of /portfolio/accounts joined with /iserver/accounts, which alone says where orders may be placed.
 * Paper or not is evidence, not a guess: `isPaper` of the login, else `type: "DEMO"` or a D… id (GATEWAY_FACTS §2.4).
 */
export function toAccounts(portfolio: ReadonlyArray<WireRecord>, brokerage: WireRecord): Account[] {
  const tradable = new Set(Array.isArray(brokerage['accounts']) ? (brokerage['accounts'] as unknown[]) : []);
  const aliases = recordOf(brokerage['aliases']);
  const login = typeof brokerage['isPaper'] === 'boolean' ? brokerage['isPaper'] : null;
  const rows = portfolio.length > 0 ? portfolio : recordsOf([...tradable].map((id) => ({ accountId: id })));
  return rows.flatMap((row) => {
    const accountId = accountIdSchema.safeParse(textOf(row['accountId']) ?? textOf(row['id']));
    if (!accountId.success) return [];
    const alias =
      textOf(row['accountAlias']) ?? textOf(aliases[accountId.data]) ?? textOf(row['displayName']);
    return [
      {
        accountId: accountId.data,
        title: alias ?? accountId.data,
        type: textOf(row['tradingType']) ?? textOf(row['type']),
        baseCurrency: textOf(row['currency']),
        isPaper: login ?? (row['type'] === 'DEMO' || /^D[A-Z]/.test(accountId.data) ? true : null),
        tradable: tradable.has(accountId.data),
        isAdvisorMaster: row['faclient'] === true || /^D?F\d/.test(accountId.data),
        parentId: parentOf(row),
        customerType: textOf(row['acctCustType']),
      },
    ];
  });
}

/** `parent.accountId` is empty where there is none. */
function parentOf(row: WireRecord): string | null {
  const parent = textOf(recordOf(row['parent'])['accountId']);
  return parent === textOf(row['accountId']) ? null : parent;
}
