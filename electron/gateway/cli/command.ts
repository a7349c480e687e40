import { parseArgs } from 'node:util';
import { systemClock } from '../../support/clock';
import { silentLog } from '../../support/log';
import { errorWords } from '../gateway-error-words';
import { isRecord } from '../interpret';
import { createGateway, type Gateway, type GatewayConfig } from '../gateway';
import { encodeJson, parseJson } from '../json';
import { allEndpoints, findEndpoint } from '../registry';
import { describeEndpoint, documentAll, usage } from './documents';
import { isTopicName, topicFrom } from '../topic-arguments';

export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly onInterrupt: (stop: () => void) => void;
}

/** Exit codes: 0 done, 1 the gateway or the arguments say no, 2 the command itself is not understood. */
export async function runCommand(argv: ReadonlyArray<string>, terminal: Terminal): Promise<number> {
  const parsed = readArguments(argv);
  if (typeof parsed === 'string')
    return argv.some((word) => word === 'call' || word === 'watch')
      ? refuse(terminal, parsed)
      : misuse(terminal, parsed);
  const { values, positionals } = parsed;
  const [command, name, json] = positionals;
  switch (command) {
    case 'list':
      for (const entry of allEndpoints.filter(
        ({ endpoint }) => values.all === true || endpoint.extra !== true,
      )) {
        terminal.print(`${entry.name}\t${entry.area}`);
      }
      return 0;
    case 'docs':
      terminal.print(documentAll().trimEnd());
      return 0;
    case 'help': {
      const found = name === undefined ? undefined : findEndpoint(name);
      if (name !== undefined && found === undefined)
        return misuse(terminal, `there is no method ${name}; see \`list\``);
      terminal.print(found === undefined ? usage : describeEndpoint(found));
      return 0;
    }
    case 'call':
      return call(terminal, configOf(values), name, json);
    case 'watch':
      return watch(terminal, configOf(values), name, json, values.frames);
    default:
      return misuse(
        terminal,
        command === undefined ? 'a command is missing' : `there is no command ${command}`,
      );
  }
}

const options = {
  url: { type: 'string' },
  cacert: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'base-route': { type: 'string' },
  account: { type: 'string' },
  timeout: { type: 'string' },
  frames: { type: 'string' },
  all: { type: 'boolean' },
} as const;

function readArguments(argv: ReadonlyArray<string>) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
type Values = Exclude<ReturnType<typeof readArguments>, string>['values'];

function configOf(values: Values): GatewayConfig {
  const { url, cacert, host, port, account, timeout } = values;
  const baseRoute = values['base-route'];
  return {
    userAgent: 'Portico gateway command line',
    ...(url === undefined ? {} : { baseUrl: url }),
    ...(cacert === undefined ? {} : { cacertPath: cacert }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(baseRoute === undefined ? {} : { baseRoute }),
    ...(account === undefined ? {} : { defaultAccountId: account }),
    ...(timeout === undefined ? {} : { timeoutMs: Number(timeout) }),
  };
}

async function call(
  terminal: Terminal,
  config: GatewayConfig,
  name: string | undefined,
  json = '{}',
): Promise<number> {
  const found = name === undefined ? undefined : findEndpoint(name);
  if (found === undefined)
    return refuse(
      terminal,
      name === undefined ? 'a method is missing' : `there is no method ${name}; see \`list\``,
    );
  const input = parseJson(json);
  if (!input.ok || !isRecord(input.value)) return refuse(terminal, 'the arguments must be one JSON object');
  const gateway = open(config);
  if (typeof gateway === 'string') return refuse(terminal, gateway);
  try {
    // One method of one area, chosen at run time: its arguments are checked by the declaration's schema.
    const methods = gateway[found.area] as unknown as Readonly<
      Record<string, (input: unknown) => ReturnType<Gateway['session']['tickle']>>
    >;
    const result = await methods[found.name]?.(input.value);
    if (result === undefined) return refuse(terminal, `there is no method ${found.name}`);
    terminal.print(
      encodeJson(
        result.ok ? result.value : { error: { ...result.error, status: result.error.status ?? null } },
      ),
    );
    return result.ok ? 0 : 1;
  } finally {
    gateway.close();
  }
}

async function watch(
  terminal: Terminal,
  config: GatewayConfig,
  topic: string | undefined,
  json = '{}',
  frames?: string,
): Promise<number> {
  const input = parseJson(json);
  if (topic === undefined || !isTopicName(topic)) return refuse(terminal, `there is no topic ${topic ?? ''}`);
  const spec =
    input.ok && isRecord(input.value)
      ? topicFrom(topic, input.value)
      : 'the arguments must be one JSON object';
  if (typeof spec === 'string') return refuse(terminal, spec);
  const gateway = open(config);
  if (typeof gateway === 'string') return refuse(terminal, gateway);
  const limit = frames === undefined ? Infinity : Number(frames);
  return new Promise((resolve) => {
    let seen = 0;
    const finish = (code: number): void => {
      gateway.close();
      resolve(code);
    };
    terminal.onInterrupt(() => finish(0));
    gateway.socket.onEvent((event) => {
      if (event.kind === 'error')
        terminal.complain(encodeJson({ error: { code: 'refused', message: event.message } }));
    });
    gateway.socket.onState(({ status, error }) => {
      if (status !== 'backing-off' || error === null) return;
      const message = `${errorWords[error.code].message} (${error.detail})`;
      const line = encodeJson({ error: { code: error.code, status: null, message } });
      if (!fatal.has(error.code)) {
        terminal.complain(line);
        return;
      }
      terminal.print(line);
      finish(1);
    });
    gateway.socket.subscribe(spec, (update) => {
      if (update.kind !== 'data') {
        terminal.complain(encodeJson(update));
        return;
      }
      terminal.print(encodeJson(update.raw ?? update));
      seen += 1;
      if (seen >= limit) finish(0);
    });
    gateway.socket.start();
  });
}

const fatal = new Set<string>([
  'not-running',
  'not-tls',
  'tls-failed',
  'not-a-gateway',
  'certificate-untrusted',
  'certificate-changed',
  'certificate-expired',
  'certificate-host-mismatch',
  'ca-file-unreadable',
  'not-logged-in',
]);

function open(config: GatewayConfig): Gateway | string {
  const { timeoutMs = 10_000 } = config;
  if (!Number.isFinite(timeoutMs) || timeoutMs <= 0) return '--timeout must be a number of milliseconds';
  try {
    return createGateway(config, { clock: systemClock, log: silentLog });
  } catch (cause) {
    return `the address cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

/** A mistake in the arguments, in the form of every other error. */
function refuse(terminal: Terminal, message: string): number {
  terminal.print(encodeJson({ error: { code: 'invalid-input', status: null, message } }));
  return 1;
}

function misuse(terminal: Terminal, message: string): number {
  terminal.complain(`gateway: ${message}\n\n${usage}`);
  return 2;
}
