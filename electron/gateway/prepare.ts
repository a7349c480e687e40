import type { CallSettings } from './caller';
import type { EncodedRequest, Input } from './encode';
import type { Endpoint } from './endpoint';
import type { Exchange } from './exchange';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import type { Preflight, PreflightKind } from './preflight';
import type { Result } from '../../shared/result';

/** Asks what must be asked first. Only what would fail the call itself as well is handed back. */
export type Prepare = (kind: PreflightKind | undefined, timeoutMs: number) => Promise<GatewayError | null>;

export function createPrepare(deps: {
  readonly preflight: Preflight;
  readonly preflights: Readonly<Record<PreflightKind, Endpoint>>;
  readonly encode: (declared: Endpoint, input: Input) => Result<EncodedRequest, GatewayError>;
  readonly exchange: Exchange['exchange'];
}): Prepare {
  const { preflight, preflights, encode, exchange } = deps;
  const settings = (timeoutMs: number): CallSettings => ({ priority: 'session', single: true, timeoutMs });
  return async (kind, timeoutMs) => {
    if (kind === undefined) return null;
    let failure: GatewayError | null = null;
    await preflight.once(kind, async () => {
      const encoded = encode(preflights[kind], {});
      if (!encoded.ok) return false;
      const outcome = await exchange(preflights[kind], encoded.value, settings(timeoutMs));
      if (outcome.ok) return true;
      if (blocking.has(outcome.error.code)) failure = outcome.error;
      return outcome.error.status !== undefined && !transient.has(outcome.error.code);
    });
    return failure;
  };
}

/** With these the call itself cannot succeed either, so it is not tried. */
const blocking = new Set<GatewayErrorCode>([
  'not-running',
  'not-tls',
  'tls-failed',
  'certificate-untrusted',
  'certificate-changed',
  'certificate-expired',
  'certificate-host-mismatch',
  'ca-file-unreadable',
  'not-logged-in',
  'pacing',
  'stopped',
]);
const transient = new Set<GatewayErrorCode>([
  'unavailable',
  'no-brokerage-session',
  'not-logged-in',
  'pacing',
]);
