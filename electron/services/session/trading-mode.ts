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
 * Practice only when the profile says so and the server says so itself. Otherwise at least two witnesses must speak and all
 * must agree (ORDER_SAFETY §9): one alone, or a disagreement, leaves the mode unknown.
 */
export function tradingMode({
  profile,
  isPaper,
  loginType,
  accounts,
  serverName,
}: ModeEvidence): TradingMode {
  if (profile === 'practice' && serverName === practiceServer) return 'practice';
  const declared = [isPaper, loginType === 2 ? true : loginType === 1 ? false : null].filter(
    (witness) => witness !== null,
  );
  const witnesses = [...declared, idWitness(accounts ?? [], declared)].filter((witness) => witness !== null);
  if (witnesses.length < 2 || new Set(witnesses).size > 1) return 'unknown';
  return witnesses[0] === true ? 'paper' : 'live';
}

/** A D… id is paper. A U… id is live or an old paper login: it only bears out a witness that says live. */
function idWitness(ids: ReadonlyArray<string>, declared: ReadonlyArray<boolean>): boolean | null {
  if (ids.length === 0) return null;
  if (ids.every((id) => /^D[A-Z]/.test(id))) return true;
  return ids.every((id) => /^U\d/.test(id)) && declared.includes(false) ? false : null;
}
