import type { TradingMode } from '../../../shared/domain/session';

/** Independent witnesses of whose money it is; `null` is silence. Source: GATEWAY_FACTS §2.4, read 2026-11. */
export interface ModeEvidence {
  readonly profile: 'practice' | 'paper' | 'live';
  /** `isPaper` of /iserver/accounts. */
  readonly isPaper: boolean | null;
  /** /sso/validate: 1 live, 2 paper. */
  readonly loginType: number | null;
  readonly accounts: ReadonlyArray<string> | null;
  readonly serverName: string | null;
}

/** How the practice gateway names itself in `serverInfo`; no IBKR server is called so. */
const practiceServer = 'PracticeGateway';

/**
 * Practice only when the profile says so and the server says so itself. Otherwise the witnesses that speak must
 * agree: one disagreement, or none that speaks, leaves the mode unknown.
 */
export function tradingMode({
  profile,
  isPaper,
  loginType,
  accounts,
  serverName,
}: ModeEvidence): TradingMode {
  if (profile === 'practice' && serverName === practiceServer) return 'practice';
  const ids = accounts === null || accounts.length === 0 ? null : accounts;
  const witnesses = [
    isPaper,
    loginType === 2 ? true : loginType === 1 ? false : null,
    // A D… id is paper; a U… id is live or an old paper login, so alone it says nothing.
    ids?.every((id) => /^D[A-Z]/.test(id)) === true ? true : null,
  ].filter((witness) => witness !== null);
  if (witnesses.length === 0 || new Set(witnesses).size > 1) return 'unknown';
  return witnesses[0] === true ? 'paper' : 'live';
}
