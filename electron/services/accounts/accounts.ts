import type { Account } from '../../../shared/domain/account';
import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf } from '../wire-record';
import { toAccounts } from './to-accounts';

/**
 * The login's accounts. The outer session alone can list them; whether orders may be placed is only known once
 * the brokerage session answers, and until then no account is tradable.
 */
export async function listAccounts(gateway: Gateway): Promise<Result<Account[], AppError>> {
  const [portfolio, brokerage] = await Promise.all([
    gateway.portfolio.portfolioAccounts(),
    gateway.accounts.receiveBrokerageAccounts(),
  ]);
  if (!portfolio.ok && !brokerage.ok) return err(toAppError(portfolio.error));
  const rows = portfolio.ok ? recordsOf(portfolio.value.data) : [];
  return ok(toAccounts(rows, recordOf(brokerage.ok ? brokerage.value.data : null)));
}
