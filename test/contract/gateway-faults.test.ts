// Seam: whatever a gateway answers, a call ends in a coded error or in a tolerated value, never in an exception.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorWords } from '../../electron/gateway/gateway-error-words';
import type { Endpoint } from '../../electron/gateway/endpoint';
import { interpret } from '../../electron/gateway/interpret';
import { allEndpoints } from '../../electron/gateway/registry';
import { loadRecordings } from '../support/gateway-recordings';

const recordings = loadRecordings().filter(
  ({ status, response }) => status === 200 && !JSON.stringify(response).startsWith('{"error"'),
);
const plain = allEndpoints.filter(({ endpoint }) => endpoint.run === undefined || endpoint.verb === 'GET');
const sampleOf = (name: string): unknown =>
  recordings.find(({ endpoint }) => endpoint?.name === name)?.response ?? [{ conid: 1, a: { b: 'c' } }];

const answer = (endpoint: Endpoint, status: number, text: string, location: string | null = null): string => {
  const result = interpret(endpoint, { kind: 'reply', status, text, retryAfter: null, location }, 'r');
  if (result.ok) return 'ok';
  expect(errorWords).toHaveProperty(result.error.code);
  expect(
    [result.error.message, result.error.meaning, result.error.action].every((words) => words !== ''),
  ).toBe(true);
  return result.error.code;
};

it.each(plain.map(({ name, endpoint }) => [name, endpoint] as const))('%s', (name, endpoint) => {
  const good = JSON.stringify(sampleOf(name));
  for (const status of [401, 403, 404, 410, 411, 423, 429, 500, 502, 503, 504, 302, 418]) {
    for (const body of ['', '<html>x</html>', '{"error":"x"}', '[]', 'null', good, '{"error":{"a":1}}']) {
      expect(answer(endpoint, status, body)).not.toBe('ok');
    }
  }
  expect(answer(endpoint, 401, '')).toBe('not-logged-in');
  expect(answer(endpoint, 429, '')).toBe('pacing');
  expect(answer(endpoint, 400, '{"error":"Bad Request: no bridge","statusCode":400}')).toBe(
    'no-brokerage-session',
  );
  expect(answer(endpoint, 500, '{"error":"No data."}')).toBe('no-data');
  expect(answer(endpoint, 302, '', '/sso/Login?forwardTo=22')).toBe('not-logged-in');
  expect(answer(endpoint, 200, '<html><a href="/sso/Login">')).toBe('not-logged-in');
  expect(answer(endpoint, 200, good.slice(0, -1))).toBe('bad-answer');
  if (endpoint.emptyMeans === undefined) expect(answer(endpoint, 200, '')).toBe('bad-answer');
  for (let cut = 0; cut < Math.min(good.length, 400); cut += 7) answer(endpoint, 200, good.slice(0, cut));
});

it('every member may be of every type, and there may be more of them', () => {
  const odd = [null, 0, -1.5, '', 'x', true, [], {}, [[]], { a: 1 }, 9007199254740993n];
  for (const { name, endpoint } of plain) {
    const sample = sampleOf(name);
    const paths = pathsOf(sample).slice(0, 60);
    for (const path of paths)
      for (const value of odd) answer(endpoint, 200, encode(replaced(sample, path, value)));
    if (recordings.some((recording) => recording.endpoint?.name === name) && !Array.isArray(sample)) {
      expect([
        name,
        answer(endpoint, 200, JSON.stringify({ ...(sample as object), unheardOf: { a: 1 } })),
      ]).toEqual([name, 'ok']);
    }
  }
});

it('any JSON and any bytes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...plain),
      fc.oneof(fc.json(), fc.string()),
      fc.integer({ min: 100, max: 599 }),
      ({ endpoint }, text, status) => {
        answer(endpoint, status, text);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('a deep answer and a prototype in disguise do no harm', () => {
  const [endpoint] = plain;
  if (endpoint === undefined) throw new Error('no declarations');
  answer(endpoint.endpoint, 200, `${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  answer(endpoint.endpoint, 200, '{"upnl":{"__proto__":{"polluted":true}}}');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

type Path = ReadonlyArray<string>;
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null || path.length > 3) return [];
  const entries = Object.entries(value).slice(0, 40);
  return entries.flatMap(([key, entry]) => [[...path, key], ...pathsOf(entry, [...path, key])]);
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const inside = (copy as Record<string, unknown>)[first];
  return Object.assign(copy, { [first]: replaced(inside, rest, by) });
}

const encode = (value: unknown): string =>
  JSON.stringify(value, (_, entry: unknown) => (typeof entry === 'bigint' ? Number(entry) : entry));
