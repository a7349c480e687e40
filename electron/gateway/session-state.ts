import type { EpochMs } from '../../shared/domain/time';
import type { GatewayError } from './gateway-error';

/** Where the gateway stands — GATEWAY_FACTS §2.1, states A to H; the certificate comes before any HTTP. */
export type GatewaySessionStatus =
  | 'connecting'
  | 'not-running'
  | 'certificate-untrusted'
  | 'not-tls'
  | 'not-logged-in'
  | 'no-brokerage'
  | 'competing'
  | 'not-established'
  | 'ready'
  | 'link-lost';

/** What IBKR said about the login; `null` is not known. None of it is guessed. */
export interface SessionFacts {
  /**
   * Whose login it is: known with the first answer that makes a session ready, before anything is read for it. IBKR's
   * number of the user and the first of its accounts; another login never has both.
   */
  readonly login: string | null;
  readonly username: string | null;
  readonly accounts: ReadonlyArray<string> | null;
  readonly selectedAccount: string | null;
  readonly isPaper: boolean | null;
  /** 1 live, 2 paper. */
  readonly loginType: number | null;
  readonly serverName: string | null;
  /** When IBKR would end the login, as the last tickle said it. */
  readonly loginEndsMs: EpochMs | null;
}

export interface GatewaySessionState {
  readonly status: GatewaySessionStatus;
  readonly sinceMs: EpochMs;
  /** When the gateway last gave an answer that says so; `null` when it never did. */
  readonly lastHeardMs: EpochMs | null;
  /** Why, where a failure is the reason. */
  readonly error: GatewayError | null;
  /** When the brokerage session is asked for again; `null` when that is not needed. */
  readonly nextInitMs: EpochMs | null;
  readonly facts: SessionFacts;
}

export const noFacts: SessionFacts = {
  login: null,
  username: null,
  accounts: null,
  selectedAccount: null,
  isPaper: null,
  loginType: null,
  serverName: null,
  loginEndsMs: null,
};
