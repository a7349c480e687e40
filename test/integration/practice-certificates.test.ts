// Promise to whoever tests trust: every certificate of FAULTS B can be shown, and the good one passes the strictest client.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlRoutes } from '../../electron/practice/control/routes';
import { startTestGateway, type TestGateway } from '../../electron/practice/testing/test-gateway';

let test: TestGateway;
beforeAll(async () => {
  test = await startTestGateway();
});
afterAll(() => test.stop());

const port = () => Number(new URL(test.gateway.url).port);

/** What a client that trusts only the practice authority makes of the next connection. */
const handshake = (): Promise<{
  readonly problem: string | null;
  readonly certificate: X509Certificate | undefined;
}> =>
  new Promise((resolve) => {
    const socket = connect({
      port: port(),
      host: '127.0.0.1',
      ca: readFileSync(test.gateway.cacert),
      rejectUnauthorized: false,
    });
    socket.once('secureConnect', () => {
      const certificate = socket.getPeerX509Certificate();
      const problem = socket.authorized ? null : String(socket.authorizationError);
      socket.destroy();
      resolve({ problem, certificate });
    });
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ problem: error.code ?? error.message, certificate: undefined }),
    );
  });

const show = (body: unknown) =>
  controlRoutes['POST /certificate']?.(test.gateway.host, body, new URLSearchParams());

describe('certificates', () => {
  it.each([
    ['good', null],
    ['rotate', null],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['other-ca', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['incomplete-chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['other-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['old-tls', null],
  ])('%s', async (kind, expected) => {
    show({ kind });
    const { problem } = await handshake();
    // The words differ between OpenSSL versions; nobody connects.
    if (kind === 'old-tls') expect(problem).toMatch(/ERR_SSL_|ECONNRESET/);
    else expect(problem).toBe(expected);
    show({ kind: 'good' });
    expect((await handshake()).problem).toBeNull();
  });

  it('shows a key of 1024 bits, which many clients still take (B6)', async () => {
    show({ kind: 'weak-key' });
    const { certificate } = await handshake();
    expect(certificate?.publicKey.asymmetricKeyDetails?.modulusLength).toBe(1024);
    show({ kind: 'good' });
  });

  it('carries the key identifiers that strict clients (Python 3.13) demand', async () => {
    const { certificate } = await handshake();
    const authority = new X509Certificate(readFileSync(test.gateway.cacert));
    const hex = (cert: X509Certificate | undefined) => cert?.raw.toString('hex') ?? '';
    // id-ce-subjectKeyIdentifier and id-ce-authorityKeyIdentifier.
    for (const cert of [certificate, authority]) {
      expect(hex(cert)).toContain('0603551d0e');
      expect(hex(cert)).toContain('0603551d23');
    }
    expect(certificate?.checkIssued(authority)).toBe(true);
    expect(certificate?.verify(authority.publicKey)).toBe(true);
  });

  it('shows the websocket another certificate than REST (B8) and then the good one again', async () => {
    const before = (await handshake()).certificate?.fingerprint256;
    show({ kind: 'rotate', connections: 1 });
    const socket = await handshake();
    expect(socket.certificate?.fingerprint256).not.toBe(before);
    expect((await handshake()).certificate?.fingerprint256).toBe(before);
  });

  it('says which kinds there are', () => {
    expect(() => show({ kind: 'forged' })).toThrow(/one of good, rotate/);
  });
});
