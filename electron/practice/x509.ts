import { createHash, createPublicKey, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';

/** What a certificate says; times in epoch milliseconds. */
export interface CertificateRequest {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  readonly authority: boolean;
  readonly hosts?: readonly string[];
  /** Left out: signed with its own key. */
  readonly issuer?: { readonly subject: string; readonly key: KeyObject };
  /** Signs a self-signed certificate, and every other when there is no issuer. */
  readonly key: KeyObject;
}

/**
 * One X.509 v3 certificate (RFC 5280) as PEM, signed with SHA-256. Written out here because clients on
 * OpenSSL's strict mode (Python 3.13 and later, by default) refuse a chain without key identifiers, which the
 * certificate package at hand cannot write, and because the faults need certificates that are wrong on purpose.
 */
export function issueCertificate(request: CertificateRequest): string {
  const signer = request.issuer?.key ?? request.key;
  const algorithm = signatureAlgorithm(signer);
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    algorithm,
    nameOf(request.issuer?.subject ?? request.subject),
    sequence(time(request.notBeforeMs), time(request.notAfterMs)),
    nameOf(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(request, signer))),
  );
  const signature = sign('sha256', body, signer);
  const certificate = sequence(body, algorithm, bits(signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** The common name an authority's certificate carries. */
export const commonNameOf = (pem: string): string =>
  /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1] ?? '';

function extensions(request: CertificateRequest, signer: KeyObject): Buffer[] {
  const { authority, hosts = [] } = request;
  // digitalSignature for servers; keyCertSign and cRLSign for authorities.
  const usage = authority ? [1, 0x06] : [7, 0x80];
  const names = hosts.map((host) =>
    /^[\d.]+$/.test(host)
      ? tagged(0x87, Buffer.from(host.split('.').map(Number)))
      : host === '::1'
        ? tagged(0x87, Buffer.from([...Array<number>(15).fill(0), 1]))
        : tagged(0x82, Buffer.from(host, 'ascii')),
  );
  return [
    extension('2.5.29.19', sequence(...(authority ? [tagged(0x01, Buffer.from([0xff]))] : [])), true),
    // Java's keytool, which makes the certificates of real gateways, gives a self-signed one no usage: with one that
    // does not sign, BoringSSL would not take it for its own issuer.
    ...(authority || request.issuer !== undefined
      ? [extension('2.5.29.15', tagged(0x03, Buffer.from(usage)), true)]
      : []),
    extension('2.5.29.14', tagged(0x04, keyIdentifier(request.publicKey))),
    extension('2.5.29.35', sequence(tagged(0x80, keyIdentifier(createPublicKey(signer))))),
    ...(authority ? [] : [extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1')))]),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', sequence(...names))]),
  ];
}

const extension = (id: string, value: Buffer, critical = false) =>
  sequence(objectId(id), ...(critical ? [tagged(0x01, Buffer.from([0xff]))] : []), tagged(0x04, value));

/** RFC 5280 §4.2.1.2, method 1 over the whole key information: any value that is the same on both sides will do. */
const keyIdentifier = (key: KeyObject) =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();

const signatureAlgorithm = (key: KeyObject) =>
  key.asymmetricKeyType === 'rsa'
    ? sequence(objectId('1.2.840.113549.1.1.11'), Buffer.from([0x05, 0x00]))
    : sequence(objectId('1.2.840.10045.4.3.2'));

const nameOf = (commonName: string) =>
  sequence(tagged(0x31, sequence(objectId('2.5.4.3'), tagged(0x0c, Buffer.from(commonName, 'utf8')))));

/** UTCTime until 2049, as RFC 5280 wants it. */
const time = (ms: number) =>
  tagged(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`, 'ascii'));

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts));
const bits = (value: Buffer) => tagged(0x03, Buffer.concat([Buffer.from([0]), value]));
const integer = (value: Buffer) => tagged(0x02, value);

function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const octets = [first * 40 + second];
  for (const part of rest) {
    const digits = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left & 0x7f) | 0x80);
    octets.push(...digits);
  }
  return tagged(0x06, Buffer.from(octets));
}

function tagged(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 256), length % 256];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}
