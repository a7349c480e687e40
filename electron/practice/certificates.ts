import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generate } from 'selfsigned';

export interface ServerCertificate {
  readonly key: string;
  readonly cert: string;
  /** Absolute path of the PEM file with the certificate authority clients must trust. */
  readonly caPath: string;
  /** Removes what was written for this run only. */
  readonly dispose: () => void;
}

const dayMs = 86_400_000;

/**
 * A certificate authority and a server certificate for 127.0.0.1, localhost and ::1, made fresh for the
 * run unless `directory` is given, where the authority is kept (files 0600) and reused.
 */
export async function createServerCertificate(directory: string | null): Promise<ServerCertificate> {
  const folder = directory === null ? mkdtempSync(join(tmpdir(), 'portico-practice-')) : resolve(directory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const caPath = join(folder, 'ca.pem');
  const authority = await loadOrCreateAuthority(folder, caPath);
  const now = new Date();
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - dayMs),
    notAfterDate: new Date(now.getTime() + 365 * dayMs),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  const dispose = () => {
    if (directory === null) rmSync(folder, { recursive: true, force: true });
  };
  return { key: server.private, cert: server.cert, caPath, dispose };
}

async function loadOrCreateAuthority(folder: string, caPath: string): Promise<{ key: string; cert: string }> {
  const keyPath = join(folder, 'ca-key.pem');
  if (existsSync(caPath) && existsSync(keyPath))
    return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(caPath, 'utf8') };
  const now = Date.now();
  const authority = await generate([{ name: 'commonName', value: 'Portico practice gateway (simulated)' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - dayMs),
    notAfterDate: new Date(now + 10 * 365 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  for (const [path, text] of [
    [caPath, authority.cert],
    [keyPath, authority.private],
  ] as const) {
    writeFileSync(path, text, { mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return { key: authority.private, cert: authority.cert };
}
