import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allEndpoints, type NamedEndpoint } from '../../electron/gateway/registry';

/** One recorded or documented answer from ../shared/fixtures, beside the checkout and never copied into it. */
export interface Recording {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly response: unknown;
  readonly endpoint: NamedEndpoint | undefined;
}

const folder = join(import.meta.dirname, '../../../shared/fixtures/recorded');
export const hasRecordings = existsSync(folder);

export function loadRecordings(): Recording[] {
  if (!hasRecordings) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => read(name));
}

interface RecordingFile {
  readonly request?: { readonly method?: string; readonly path?: string; readonly query?: unknown };
  readonly status?: number;
  readonly response?: unknown;
}

function read(name: string): Recording[] {
  const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordingFile;
  const method = file.request?.method ?? '';
  const [plain = '', query = ''] = (file.request?.path ?? '').replace(/^\/v1\/api/, '').split('?');
  const path = plain.replace(/(.)\/$/, '$1');
  const shared = {
    method,
    path,
    query: typeof file.request?.query === 'string' ? file.request.query : query,
    status: file.status ?? 200,
    endpoint: allEndpoints.find(
      ({ endpoint }) => sameVerb(endpoint.verb, method, path) && matches(endpoint.path, path),
    ),
  };
  return unwrap(file.response).map((response, index) => ({
    ...shared,
    name: `${name}${index === 0 ? '' : ` #${index}`}`,
    response,
  }));
}

/** Some files of the specification hold several answers: `{success: {value}, fail: {value}}`. */
function unwrap(response: unknown): unknown[] {
  const entries: unknown[] =
    typeof response === 'object' && response !== null && !Array.isArray(response)
      ? Object.values(response)
      : [];
  const wrapped = entries.filter(
    (entry): entry is { value: unknown } =>
      typeof entry === 'object' && entry !== null && Object.keys(entry).join() === 'value',
  );
  return entries.length > 0 && wrapped.length === entries.length
    ? wrapped.map(({ value }) => value)
    : [response];
}

// Recorded with GET as well; IBKR answers both the same.
const sameVerb = (verb: string, method: string, path: string): boolean =>
  verb === method || /\/(tickle|auth\/status|auth\/ssodh\/init)$/.test(path);

const matches = (declared: string, path: string): boolean => {
  const wanted = declared.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every(
      (part, index) => part === given[index] || (part.startsWith('{') && !literals.has(given[index] ?? '')),
    )
  );
};
const literals = new Set([
  'accounts',
  'subaccounts',
  'positions',
  'allocation',
  'search',
  'orders',
  'order',
  'pnl',
  'status',
]);
