import { parseOptions, type CliOptions } from './cli-options';
import { readFileSync } from 'node:fs';
import { createClock } from './clock';
import { readFaults, type Faults } from './faults/read-faults';
import { startGateway, type PracticeGateway } from './gateway';

/** Electron's utility process has a port to its parent; plain Node has none. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'close', listener: () => void) => void;
}
const parentPort = (process as { parentPort?: ParentPort }).parentPort;

async function main(): Promise<void> {
  const parsed = parseOptions(process.argv.slice(2));
  if (!parsed.ok) {
    fail(parsed.problem, 2);
    return;
  }
  const { options } = parsed;
  let gateway: PracticeGateway;
  let faults: Faults | null = null;
  try {
    if (options.faultsFile !== null)
      faults = readFaults(JSON.parse(readFileSync(options.faultsFile, 'utf8')));
  } catch (error) {
    fail(
      `${options.faultsFile ?? ''} is no list of faults: ${error instanceof Error ? error.message : String(error)}`,
      2,
    );
    return;
  }
  try {
    gateway = await startGateway({
      ...options,
      faults: faults?.rules ?? [],
      quoteStream: { cadenceMs: options.updateMs, lines: options.lines },
      penaltyMs: options.pacing ? options.penaltyMs : null,
      clock: createClock({
        speed: options.speed,
        ...(options.startMs === null ? {} : { startMs: options.startMs }),
      }),
    });
  } catch (error) {
    fail(startProblem(error, options), 1);
    return;
  }
  faults?.stage(gateway.host);
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
  const { url, wsUrl, cacert, controlUrl, controlToken } = gateway;
  const control = controlUrl === undefined ? {} : { controlUrl, controlToken };
  const line = { url, wsUrl, cacert, pid: process.pid, seed, scenario, ...control };
  parentPort?.postMessage(line);
  process.stdout.write(
    json
      ? `${JSON.stringify(line)}\n`
      : `Portico practice gateway: a simulated market, no real account, no real money.\n\n  API        ${url}\n  Websocket  ${wsUrl}\n  CA         ${cacert}\n  Seed       ${seed}, scenario ${scenario}\n\nTry: curl --cacert ${cacert} ${url}/iserver/accounts\nStop it with Ctrl-C.\n`,
  );
}

function startProblem(error: unknown, options: CliOptions): string {
  const { code, port = options.port } = error as NodeJS.ErrnoException & { readonly port?: number };
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
