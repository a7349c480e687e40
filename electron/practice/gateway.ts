import { createCertificateStore, type CertificateKind } from './certificates';
import { createClock, type PracticeClock } from './clock';
import type { HoursMode } from './market/calendar';
import type { ScenarioName } from './scenarios/scenarios';
import { startControl } from './control/server';
import { createHost, type Host } from './host';
import type { QuoteStream } from './world';
import { startServer } from './server';
import type { Rule } from './faults/rule';

export interface GatewayOptions {
  /** 0 for any free port. */
  readonly port?: number;
  readonly seed?: number;
  readonly scenario?: ScenarioName;
  readonly certDir?: string | null;
  readonly hours?: HoursMode;
  readonly easy?: boolean;
  /** Sessions end by themselves: idle, at midnight, at 01:00 maintenance. */
  readonly expire?: boolean;
  readonly quoteStream?: QuoteStream;
  /** How long the penalty box lasts; null switches request counting off. */
  readonly penaltyMs?: number | null;
  /** 0 for any free port, null for none. */
  readonly controlPort?: number | null;
  readonly faults?: readonly Rule[];
  /** What the gateway shows of itself; anything but `good` is a fault of FAULTS B. */
  readonly certificate?: CertificateKind;
  /** Tests pass a manual one. */
  readonly clock?: PracticeClock;
}

export interface PracticeGateway {
  readonly url: string;
  readonly wsUrl: string;
  readonly cacert: string;
  readonly host: Host;
  readonly controlUrl?: string;
  readonly controlToken?: string;
  readonly stop: () => Promise<void>;
}

/** A whole practice gateway in this process, on real sockets: what the command line runs and tests use. */
export async function startGateway(options: GatewayOptions = {}): Promise<PracticeGateway> {
  const {
    port = 0,
    seed = 1,
    scenario = 'individual',
    certDir = null,
    hours = 'always',
    easy = false,
    expire = false,
  } = options;
  const clock = options.clock ?? createClock();
  const certificate = createCertificateStore(certDir);
  const host = createHost({
    seed,
    scenario,
    clock,
    hours,
    easy,
    expire,
    quoteStream: options.quoteStream,
    penaltyMs: options.penaltyMs === undefined ? 600_000 : options.penaltyMs,
    certificate: options.certificate,
  });
  host.faults.set(options.faults ?? []);
  try {
    const server = await startServer(host, certificate, port);
    certificate.settle(server.port);
    const control = await startControlOr(options.controlPort ?? null, host, server.close);
    const stop = async () => {
      clock.stop();
      await server.close();
      await control?.close();
      certificate.dispose();
    };
    return {
      url: `https://127.0.0.1:${server.port}/v1/api`,
      wsUrl: `wss://127.0.0.1:${server.port}/v1/api/ws`,
      cacert: certificate.caPath(),
      host,
      ...(control === null ? {} : { controlUrl: control.url, controlToken: control.token }),
      stop,
    };
  } catch (error) {
    clock.stop();
    certificate.dispose();
    throw error;
  }
}

async function startControlOr(port: number | null, host: Host, closeServer: () => Promise<void>) {
  if (port === null) return null;
  try {
    return await startControl(host, port);
  } catch (error) {
    await closeServer();
    throw error;
  }
}
