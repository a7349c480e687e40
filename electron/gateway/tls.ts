import { readFile } from 'node:fs/promises';
import { createConnection, isIP } from 'node:net';
import { connect as connectTls, createSecureContext, type TLSSocket } from 'node:tls';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { GatewayErrorCode } from './gateway-error';

export interface ConnectFailure {
  readonly code: GatewayErrorCode;
  readonly detail: string;
}

export interface Trust {
  /**
   * Opens a verified TLS connection. Resolves only after the handshake, so a failure here proves that no byte
   * of a request was written.
   */
  readonly connect: (timeoutMs: number) => Promise<Result<TLSSocket, ConnectFailure>>;
}

interface TrustOptions {
  readonly host: string;
  readonly port: number;
  /** PEM file with the CA, or the self-signed certificate itself. Without it the system's CAs count. */
  readonly cacertPath?: string;
  /** The one certificate a person trusted for this address; asked anew for each connection. It wins over the CA. */
  readonly pin?: () => CertificatePin | null;
  readonly clock: Clock;
}

export interface CertificatePin {
  readonly pem: string;
  readonly fingerprint256: string;
}

/** Verification is never switched off. The CA file is read anew for each connection, so a renewed one counts at once. */
export function createTrust(options: TrustOptions): Trust {
  let lastRead: string | undefined;
  return {
    connect: async (timeoutMs) => {
      const pin = options.pin?.() ?? null;
      if (pin !== null) return handshake(options, pin.pem, timeoutMs, pin.fingerprint256);
      const ca = await readCa(options.cacertPath, lastRead);
      if (!ca.ok) return ca;
      lastRead = ca.value;
      const result = await handshake(options, ca.value, timeoutMs);
      if (result.ok || !ambiguous.has(result.error.code)) return result;
      return (await answersPlainHttp(options))
        ? err({ code: 'not-tls', detail: 'answers plain HTTP' })
        : result;
    },
  };
}

/** A file that is gone changes nothing: a gateway that removes its CA when it ends is still the one we knew. */
async function readCa(
  path: string | undefined,
  lastRead: string | undefined,
): Promise<Result<string | undefined, ConnectFailure>> {
  if (path === undefined) return ok(undefined);
  try {
    const pem = await readFile(path, 'utf8');
    if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw new Error('no certificate in the file');
    createSecureContext({ ca: pem });
    return ok(pem);
  } catch (cause) {
    const isGone = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (isGone && lastRead !== undefined) return ok(lastRead);
    return err({
      code: 'ca-file-unreadable',
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

function handshake(
  { host, port, clock }: TrustOptions,
  ca: string | undefined,
  timeoutMs: number,
  pinned?: string,
): Promise<Result<TLSSocket, ConnectFailure>> {
  return new Promise((resolve) => {
    let reached = false;
    const socket = connectTls({
      host,
      port,
      servername: isIP(host) === 0 ? host : '',
      ALPNProtocols: ['http/1.1'],
      ...(ca === undefined ? {} : { ca }),
      // A person compared the fingerprint: that, not the name in it, says whose certificate it is (as SSH does).
      ...(pinned === undefined
        ? {}
        : {
            allowPartialTrustChain: true,
            checkServerIdentity: (_host: string, shown: { readonly fingerprint256: string }) =>
              shown.fingerprint256 === pinned ? undefined : new Error(changed),
          }),
    });
    const cancel = clock.after(timeoutMs, () =>
      settle(
        err({
          code: reached ? 'timeout' : 'not-running',
          detail: `no TLS connection within ${timeoutMs} ms`,
        }),
      ),
    );
    const settle = (result: Result<TLSSocket, ConnectFailure>): void => {
      cancel();
      socket.removeListener('error', onError);
      if (!result.ok) {
        socket.on('error', () => undefined);
        socket.destroy();
      }
      resolve(result);
    };
    const onError = (cause: Error): void => {
      const failure = explainTlsError(cause, reached);
      const other = failure.code === 'certificate-untrusted' || cause.message === changed;
      settle(err(pinned !== undefined && other ? { ...failure, code: 'certificate-changed' } : failure));
    };
    socket.once('connect', () => (reached = true));
    socket.once('secureConnect', () => settle(ok(socket)));
    socket.once('error', onError);
  });
}

const changed = 'not the pinned certificate';
const ambiguous: ReadonlySet<GatewayErrorCode> = new Set<GatewayErrorCode>(['timeout', 'connection-lost']);
const notTls = [
  'WRONG_VERSION_NUMBER',
  'PACKET_LENGTH',
  'HTTP_REQUEST',
  'UNKNOWN_PROTOCOL',
  'RECORD_LAYER',
  'HTTPS_PROXY',
];
const expired = [
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
];
// X509_verify_cert results as Node names them: https://nodejs.org/api/tls.html, read 2026-11.
const untrusted =
  /^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|CERT_SIGNATURE|CERT_UNTRUSTED|CERT_REJECTED|CERT_REVOKED|CERT_CHAIN|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH|HOSTNAME_MISMATCH|CRL_|ERR_TLS_CERT)/;

function explainTlsError(cause: Error, reached: boolean): ConnectFailure {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const detail = code === '' ? cause.message : `${code}: ${cause.message}`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return { code: 'certificate-host-mismatch', detail };
  if (expired.includes(code)) return { code: 'certificate-expired', detail };
  if (untrusted.test(code)) return { code: 'certificate-untrusted', detail };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    const words = `${code} ${cause.message.toUpperCase().replaceAll(' ', '_')}`;
    return { code: notTls.some((word) => words.includes(word)) ? 'not-tls' : 'tls-failed', detail };
  }
  return { code: reached ? 'connection-lost' : 'not-running', detail };
}

/** A peer that stays silent or hangs up during the handshake may be a plain HTTP server: asked once, to say so. */
function answersPlainHttp({ host, port, clock }: TrustOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port });
    const finish = (plain: boolean): void => {
      cancel();
      socket.destroy();
      resolve(plain);
    };
    const cancel = clock.after(1_000, () => finish(false));
    socket.once('connect', () => socket.write(`HEAD / HTTP/1.0\r\nHost: ${host}\r\n\r\n`));
    socket.once('data', (chunk) => finish(chunk.toString('latin1').startsWith('HTTP/')));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
  });
}
