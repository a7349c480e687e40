import type { AppError } from '../../../shared/app-error';
import type { CertificateFacts, Connection, Profile } from '../../../shared/domain/connection';
import { err, ok, type Result } from '../../../shared/result';
import { presentedCertificate, type PresentedCertificate } from '../../gateway/presented-certificate';
import type { ProfileFile } from '../../store/profile-file';
import type { Clock } from '../../support/clock';

type Answer<T> = Promise<Result<T, AppError>>;

/** Which gateway is talked to, and why it is believed to be the right one. */
export interface ConnectionService {
  readonly current: () => Connection;
  readonly saveProfile: (profile: Profile) => Answer<Connection>;
  readonly removeProfile: (id: string) => Answer<Connection>;
  readonly useProfile: (id: string) => Answer<Connection>;
  readonly certificate: () => Answer<CertificateFacts>;
  readonly pin: (fingerprint256: string) => Answer<Connection>;
  readonly unpin: () => Answer<Connection>;
}

export interface ConnectionDeps {
  readonly file: ProfileFile;
  readonly gatewayUrl: string;
  readonly cacertPath: string | null;
  /** Null when the command line names the gateway. */
  readonly activeId: string | null;
  readonly clock: Clock;
  readonly checkNow: () => void;
  /** Starts the program again, on the chosen profile. */
  readonly restart: () => void;
}

const probeMs = 4_000;

export function createConnection(deps: ConnectionDeps): ConnectionService {
  const { file, gatewayUrl, cacertPath, clock } = deps;
  const { host, port, address } = placeOf(gatewayUrl);

  const current = (): Connection => {
    const pin = file.pinOf(address);
    return {
      profiles: [...file.profiles()],
      chosenId: file.chosen().id,
      ...{ activeId: deps.activeId, gatewayUrl },
      trust:
        pin !== null
          ? { by: 'pin', fingerprint256: pin.fingerprint256, pinnedMs: pin.pinnedMs }
          : cacertPath === null
            ? { by: 'system' }
            : { by: 'file', path: cacertPath },
    };
  };
  const written = async (change: () => void): Answer<Connection> => {
    try {
      change();
    } catch (cause) {
      return err(notWritten(cause));
    }
    return ok(current());
  };
  const shown = async (): Answer<PresentedCertificate> => {
    const read = await presentedCertificate(host, port, probeMs);
    return read.ok ? read : err(noCertificate(gatewayUrl, read.error));
  };

  return {
    current,
    saveProfile: async (profile) =>
      profile.id === 'practice' || profile.gatewayUrl === null
        ? err(notYours)
        : written(() => file.save(profile)),
    removeProfile: async (id) => written(() => file.remove(id)),
    useProfile: async (id) => {
      const chosen = await written(() => file.choose(id));
      if (chosen.ok) deps.restart();
      return chosen;
    },
    certificate: async () => {
      const read = await shown();
      if (!read.ok) return read;
      const { fingerprint256, subject, issuer, validFromMs, validToMs, selfSigned } = read.value;
      return ok({ fingerprint256, subject, issuer, validFromMs, validToMs, selfSigned });
    },
    pin: async (fingerprint256) => {
      const read = await shown();
      if (!read.ok) return read;
      // What was compared by eye is what is trusted, nothing that came later.
      if (read.value.fingerprint256 !== fingerprint256) return err(changedMeanwhile);
      const { pem } = read.value;
      const done = await written(() => file.setPin(address, { pem, fingerprint256, pinnedMs: clock.now() }));
      deps.checkNow();
      return done;
    },
    unpin: async () => {
      const done = await written(() => file.setPin(address, null));
      deps.checkNow();
      return done;
    },
  };
}

/** Where a gateway is, for sockets and as the key of its pin. */
export function placeOf(gatewayUrl: string) {
  const { hostname, port } = new URL(gatewayUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  const number = port === '' ? 443 : Number(port);
  return { host, port: number, address: `${host}:${number}` };
}

const noCertificate = (gatewayUrl: string, detail: string): AppError => ({
  code: 'gateway-not-running',
  message: `No certificate could be read at ${gatewayUrl}.`,
  meaning: 'Nothing was sent.',
  action: 'Check that the gateway runs and that the address is right.',
  detail,
});

const changedMeanwhile: AppError = {
  code: 'certificate-untrusted',
  message: 'The gateway shows another certificate than the one you just looked at.',
  meaning: 'Nothing was trusted and nothing was sent.',
  action: 'Look at the certificate again. If it keeps changing, do not go on.',
};

const notYours: AppError = {
  code: 'invalid-input',
  message: 'The practice profile cannot be changed, and every other one needs an address.',
  meaning: 'Nothing was stored.',
  action: 'Give the profile an address such as https://localhost:5000.',
};

const notWritten = (cause: unknown): AppError => ({
  code: 'storage-failed',
  message: 'Portico could not write its connection settings.',
  meaning: 'They are as they were before.',
  action: 'Check that the disk has room and that Portico’s data folder may be written.',
  detail: cause instanceof Error ? cause.message.slice(0, 400) : 'no detail',
});
