import { certificateKinds, type CertificateKind } from './certificates';
import { scenarioNames, type ScenarioName } from './scenarios/scenarios';

export interface CliOptions {
  readonly port: number;
  readonly json: boolean;
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly certDir: string | null;
  readonly controlPort: number | null;
  readonly faultsFile: string | null;
  readonly speed: number;
  readonly startMs: number | null;
  readonly hours: 'always' | 'real';
  readonly easy: boolean;
  readonly expire: boolean;
  /** False: preflights are kept, but requests are not counted. */
  readonly pacing: boolean;
  readonly penaltyMs: number;
  readonly updateMs: number;
  readonly lines: number;
  readonly certificate: CertificateKind;
}

export type ParsedOptions =
  { readonly ok: true; readonly options: CliOptions } | { readonly ok: false; readonly problem: string };

const defaults: CliOptions = {
  port: 5000,
  json: false,
  seed: 1,
  scenario: 'individual',
  certDir: null,
  controlPort: null,
  faultsFile: null,
  speed: 1,
  startMs: null,
  hours: 'always',
  easy: false,
  expire: false,
  pacing: true,
  penaltyMs: 600_000,
  updateMs: 500,
  lines: 100,
  certificate: 'good',
};

type Patch = Partial<CliOptions> | string;

const flags: Readonly<Record<string, Patch>> = {
  '--json': { json: true },
  '--easy': { easy: true },
  '--strict': { easy: false },
  '--expire': { expire: true },
  '--no-pacing': { pacing: false },
};

/** Options with a value; a string is the sentence that says what is wrong. */
const valued: Readonly<Record<string, (value: string) => Patch>> = {
  '--port': (value) =>
    integer(value, 0, 65_535, (port) => ({ port }), '--port takes a number from 0 to 65535'),
  '--control-port': (value) =>
    integer(
      value,
      0,
      65_535,
      (controlPort) => ({ controlPort }),
      '--control-port takes a number from 0 to 65535',
    ),
  '--seed': (value) =>
    integer(value, 0, 2 ** 31 - 1, (seed) => ({ seed }), '--seed takes a whole number from 0 to 2147483647'),
  '--penalty-seconds': (value) =>
    integer(
      value,
      0,
      86_400,
      (seconds) => ({ penaltyMs: seconds * 1000 }),
      '--penalty-seconds takes a whole number up to 86400',
    ),
  '--update-ms': (value) =>
    integer(
      value,
      10,
      60_000,
      (updateMs) => ({ updateMs }),
      '--update-ms takes milliseconds from 10 to 60000',
    ),
  '--lines': (value) =>
    integer(value, 1, 100_000, (lines) => ({ lines }), '--lines takes a number from 1 to 100000'),
  '--certificate': (value) => {
    const certificate = certificateKinds.find((kind) => kind === value);
    return certificate === undefined
      ? `--certificate takes one of ${certificateKinds.join(', ')}`
      : { certificate };
  },
  '--cert-dir': (certDir) => ({ certDir }),
  '--faults': (faultsFile) => ({ faultsFile }),
  '--speed': (value) => {
    const speed = Number(value);
    return speed > 0 && speed <= 100_000 ? { speed } : '--speed takes a number above 0, up to 100000';
  },
  '--start-time': (value) => {
    const startMs = /^\d{12,}$/.test(value) ? Number(value) : Date.parse(value);
    return Number.isFinite(startMs)
      ? { startMs }
      : '--start-time takes an ISO time such as 2026-11-23T14:30:00Z';
  },
  '--hours': (value) =>
    value === 'always' || value === 'real' ? { hours: value } : '--hours takes always or real',
  '--scenario': (value) => {
    const scenario = scenarioNames.find((name) => name === value);
    return scenario === undefined ? `--scenario takes one of ${scenarioNames.join(', ')}` : { scenario };
  },
};

/** Reads the command line; the first mistake is told in one sentence. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  let options = defaults;
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s);
    const patch = patchOf(name, inline ?? args[i + 1], inline !== undefined);
    if (typeof patch === 'string') return { ok: false, problem: `${patch}.` };
    options = { ...options, ...patch };
    if (valued[name] !== undefined && inline === undefined) i++;
  }
  return { ok: true, options };
}

function patchOf(name: string, value: string | undefined, inline: boolean): Patch {
  const flag = flags[name];
  if (flag !== undefined) return inline ? `${name} takes no value` : flag;
  const read = valued[name];
  if (read === undefined) return `Unknown option ${name}`;
  return value === undefined || value === '' ? `${name} needs a value` : read(value);
}

function integer(
  value: string,
  least: number,
  most: number,
  patch: (value: number) => Patch,
  problem: string,
): Patch {
  const number = Number(value);
  return /^\d+$/.test(value) && number >= least && number <= most
    ? patch(number)
    : `${problem}, not ${value}`;
}
