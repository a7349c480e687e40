import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { err, ok, type Result } from '../../shared/result';

export interface PresentedCertificate {
  readonly pem: string;
  readonly fingerprint256: string;
  readonly subject: string;
  readonly issuer: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  readonly selfSigned: boolean;
}

/**
 * Which certificate a server shows, whether or not anything vouches for it: for a person to compare. Verification
 * stays on and decides about the connection as always; it is merely read just before, and the connection is closed
 * without a byte being sent over it. Fails with a sentence when there is no TLS server.
 */
export function presentedCertificate(
  host: string,
  port: number,
  timeoutMs: number,
): Promise<Result<PresentedCertificate, string>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: isIP(host) === 0 ? host : '' });
    const timer = setTimeout(() => finish(err('It did not answer in time.')), timeoutMs);
    const finish = (result: Result<PresentedCertificate, string>): void => {
      clearTimeout(timer);
      socket.on('error', () => undefined);
      socket.destroy();
      resolve(result);
    };
    let shown: PresentedCertificate | null = null;
    // 'secure' comes after the handshake and before Node judges the chain (Node 18 to 24, tried 2026-11); the judgement
    // itself must run on a living socket.
    socket.prependOnceListener('secure', () => {
      const certificate = socket.getPeerX509Certificate();
      if (certificate !== undefined) shown = factsOf(certificate);
    });
    const judged = (sentence: string): void => finish(shown === null ? err(sentence) : ok(shown));
    socket.once('secureConnect', () => judged('It shows no certificate.'));
    socket.once('error', (cause: Error) => judged(cause.message));
    socket.once('end', () => judged('It closed the connection.'));
  });
}

const factsOf = (certificate: X509Certificate): PresentedCertificate => ({
  pem: certificate.toString(),
  fingerprint256: certificate.fingerprint256,
  subject: certificate.subject.slice(0, 400),
  issuer: certificate.issuer.slice(0, 400),
  validFromMs: Date.parse(certificate.validFrom),
  validToMs: Date.parse(certificate.validTo),
  // Not checkIssued: it also wants a key usage that a plain self-signed certificate lacks.
  selfSigned: certificate.subject === certificate.issuer,
});
