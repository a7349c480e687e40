import { createServerCertificate } from './certificates';
import { createClock, type PracticeClock } from './clock';
import type { HoursMode } from './market/calendar';
import type { ScenarioName } from './scenarios/scenarios';
import { startServer } from './server';
import { createWorld, type World } from './world';

export interface GatewayOptions {
  /** 0 for any free port. */
  readonly port?: number;
  readonly seed?: number;
  readonly scenario?: ScenarioName;
  readonly certDir?: string | null;
  readonly hours?: HoursMode;
  readonly easy?: boolean;
  /** Tests pass a manual one. */
  readonly clock?: PracticeClock;
}

export interface PracticeGateway {
  readonly url: string;
  readonly wsUrl: string;
  readonly cacert: string;
  readonly world: World;
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
  } = options;
  const clock = options.clock ?? createClock();
  const certificate = await createServerCertificate(certDir);
  const world = createWorld({ seed, scenario, clock, hours, easy });
  try {
    const server = await startServer(world, certificate, port);
    const stop = async () => {
      clock.stop();
      await server.close();
      certificate.dispose();
    };
    return {
      url: `https://127.0.0.1:${server.port}/v1/api`,
      wsUrl: `wss://127.0.0.1:${server.port}/v1/api/ws`,
      cacert: certificate.caPath,
      world,
      stop,
    };
  } catch (error) {
    clock.stop();
    certificate.dispose();
    throw error;
  }
}
