import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commonNameOf, issueCertificate } from './x509';

/** What the gateway can show of itself: right, or wrong in one of the ways of FAULTS B. */
export const certificateKinds = [
  'good',
  'rotate',
  'self-signed',
  'other-ca',
  'expired',
  'not-yet-valid',
  'other-host',
  'incomplete-chain',
  'weak-key',
  'old-tls',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

/** Ready for `tls.Server.setSecureContext`. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
  readonly minVersion?: 'TLSv1' | 'TLSv1.2';
  readonly maxVersion?: 'TLSv1' | 'TLSv1.3';
  readonly ciphers?: string;
}

export interface CertificateStore {
  /** Absolute path of the PEM file with the certificate authority clients must trust. */
  readonly caPath: () => string;
  /**
   * Moves a run's own files to a place named after the port: a gateway that was killed and is started again on
   * its port puts its new authority where its clients look for the old one.
   */
  readonly settle: (port: number) => void;
  /** `good` is always the same certificate; every other kind is made anew. */
  readonly identity: (kind: CertificateKind) => TlsIdentity;
  /** Removes what was written for this run only. */
  readonly dispose: () => void;
}

interface Authority {
  readonly subject: string;
  readonly key: KeyObject;
  readonly cert: string;
}

const dayMs = 86_400_000;
const localHosts = ['localhost', '127.0.0.1', '::1'];

/**
 * A certificate authority and a server certificate for 127.0.0.1, localhost and ::1, made fresh for the
 * run unless `directory` is given, where the authority is kept (files 0600) and reused. Dates are the
 * computer's, whatever the simulated clock says: clients check them against theirs.
 */
export function createCertificateStore(
  directory: string | null,
  nowMs = new Date().getTime(),
): CertificateStore {
  let folder = directory === null ? mkdtempSync(join(tmpdir(), 'portico-practice-')) : resolve(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = loadOrCreateAuthority(folder, join(folder, 'ca.pem'), nowMs);
  const good = issueServer(authority, nowMs, {});
  const dispose = () => {
    if (directory === null) rmSync(folder, { recursive: true, force: true });
  };
  return {
    caPath: () => join(folder, 'ca.pem'),
    settle: (port) => {
      const place = join(tmpdir(), `portico-practice-${process.getuid?.() ?? 'user'}-${port}`);
      if (directory === null && isOurs(place)) {
        rmSync(place, { recursive: true, force: true });
        renameSync(folder, place);
        folder = place;
      }
    },
    dispose,
    identity: (kind) => (kind === 'good' ? good : wrongIdentity(kind, authority, nowMs)),
  };
}

function wrongIdentity(
  kind: Exclude<CertificateKind, 'good'>,
  authority: Authority,
  nowMs: number,
): TlsIdentity {
  switch (kind) {
    case 'rotate':
      return issueServer(authority, nowMs, {});
    case 'self-signed':
      return issueServer(null, nowMs, {});
    case 'other-ca':
      return issueServer(createAuthority('Another authority (simulated)', nowMs), nowMs, {});
    case 'expired':
      return issueServer(authority, nowMs, { fromDays: -30, toDays: -1 });
    case 'not-yet-valid':
      return issueServer(authority, nowMs, { fromDays: 30, toDays: 60 });
    case 'other-host':
      return issueServer(authority, nowMs, { hosts: ['gateway.example'] });
    case 'incomplete-chain':
      // The intermediate between it and the authority is not sent.
      return issueServer(createAuthority('Intermediate (simulated)', nowMs, authority), nowMs, {});
    case 'weak-key':
      return { ...issueServer(authority, nowMs, { rsaBits: 1024 }), ciphers: 'DEFAULT:@SECLEVEL=0' };
    case 'old-tls':
      return {
        ...issueServer(authority, nowMs, {}),
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1',
        ciphers: 'DEFAULT:@SECLEVEL=0',
      };
  }
}

function issueServer(
  issuer: Authority | null,
  nowMs: number,
  {
    hosts = localHosts,
    fromDays = -1,
    toDays = 365,
    rsaBits,
  }: {
    readonly hosts?: readonly string[];
    readonly fromDays?: number;
    readonly toDays?: number;
    readonly rsaBits?: number;
  },
): TlsIdentity {
  const { privateKey, publicKey } =
    rsaBits === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      : generateKeyPairSync('rsa', { modulusLength: rsaBits });
  const cert = issueCertificate({
    subject: 'localhost',
    publicKey,
    key: privateKey,
    notBeforeMs: nowMs + fromDays * dayMs,
    notAfterMs: nowMs + toDays * dayMs,
    authority: false,
    hosts,
    ...(issuer === null ? {} : { issuer }),
  });
  return { key: pemOf(privateKey), cert };
}

function createAuthority(subject: string, nowMs: number, issuer?: Authority): Authority {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const cert = issueCertificate({
    subject,
    publicKey,
    key: privateKey,
    notBeforeMs: nowMs - dayMs,
    notAfterMs: nowMs + 10 * 365 * dayMs,
    authority: true,
    ...(issuer === undefined ? {} : { issuer }),
  });
  return { subject, key: privateKey, cert };
}

function loadOrCreateAuthority(folder: string, caPath: string, nowMs: number): Authority {
  const keyPath = join(folder, 'ca-key.pem');
  if (existsSync(caPath) && existsSync(keyPath)) {
    const cert = readFileSync(caPath, 'utf8');
    return { subject: commonNameOf(cert), key: createPrivateKey(readFileSync(keyPath)), cert };
  }
  const authority = createAuthority('Portico practice gateway (simulated)', nowMs);
  for (const [path, text] of [
    [caPath, authority.cert],
    [keyPath, pemOf(authority.key)],
  ] as const) {
    writeFileSync(path, text, { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return authority;
}

/** In a folder that everybody can write to, a name may have been taken by somebody else: then it is left alone. */
function isOurs(place: string): boolean {
  const found = lstatSync(place, { throwIfNoEntry: false });
  return found === undefined || (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid));
}

const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
