import { parseOptions, type CliOptions } from './cli-options';
import { createClock } from './clock';
import { startGateway, type PracticeGateway } from './gateway';

/** Electron's utility process has a port to its parent; plain Node has none. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'close', listener: () => void) => void;
}
const parentPort = (process as { parentPort?: ParentPort }).parentPort;

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (!parsed.ok) return fail(parsed.problem, 2);
  const { options } = parsed;
  let gateway: PracticeGateway;
  try {
    gateway = await startGateway({
      ...options,
      clock: createClock({
        speed: options.speed,
        ...(options.startMs === null ? {} : { startMs: options.startMs }),
      }),
    });
  } catch (error) {
    return fail(startProblem(error, options), 1);
  }
  const stop = () => {
    void gateway.stop().finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.on('disconnect', stop);
  announce(gateway, options);
  parentPort?.on('close', stop);
}

function announce(gateway: PracticeGateway, { json, seed, scenario }: CliOptions): void {
  const { url, wsUrl, cacert } = gateway;
  const line = { url, wsUrl, cacert, pid: process.pid, seed, scenario };
  parentPort?.postMessage(line);
  process.stdout.write(
    json
      ? `${JSON.stringify(line)}\n`
      : `Portico practice gateway: a simulated market, no real account, no real money.\n\n  API        ${url}\n  Websocket  ${wsUrl}\n  CA         ${cacert}\n  Seed       ${seed}, scenario ${scenario}\n\nTry: curl --cacert ${cacert} ${url}/iserver/accounts\nStop it with Ctrl-C.\n`,
  );
}

function startProblem(error: unknown, { port }: CliOptions): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} on 127.0.0.1 is in use; choose another with --port.`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user; choose one above 1023 with --port.`;
  return `The practice gateway could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function fail(sentence: string, code: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
}

void main();
