import { readFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import type { Preferences } from '../../../shared/domain/preferences';
import type { SessionState } from '../../../shared/domain/session';
import { redact, redactLine } from './redact';

interface DiagnosticsDeps {
  readonly appInfo: Readonly<Record<'version' | 'runtime' | 'profileKind', string>>;
  readonly session: () => SessionState;
  readonly preferences: () => Preferences;
  readonly logPath: string;
  readonly nowMs: () => number;
}

const mostLines = 400;

/** What helps to find a defect, as one text a person can read before it is saved; no account, token or order in it. */
export function createDiagnostics(deps: DiagnosticsDeps): () => string {
  return () => {
    const { version, runtime, profileKind } = deps.appInfo;
    const { status, label, reason, detail, stream, mode, tradingAllowed, sinceMs, lastHeardMs } =
      deps.session();
    const facts = {
      ...{ written: new Date(deps.nowMs()).toISOString(), version, runtime, profileKind },
      system: `${platform()} ${release()} ${arch()}`,
      session: {
        ...{ status, label, reason, detail: detail === undefined ? null : redact(detail), stream, mode },
        ...{
          tradingAllowed,
          since: isoOf(sinceMs),
          lastHeard: lastHeardMs === null ? null : isoOf(lastHeardMs),
        },
      },
      preferences: deps.preferences(),
    };
    return `${JSON.stringify(facts, null, 2)}\n\nLog, newest last\n${logLines(deps.logPath).join('\n')}\n`;
  };
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

function logLines(path: string): ReadonlyArray<string> {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-mostLines).map(redactLine);
  } catch {
    return ['There is no log yet.'];
  }
}
