// Seam: what we declare agrees with IBKR's own specification, or docs/deviations.md says why not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allEndpoints } from '../../electron/gateway/registry';

interface Operation {
  readonly parameters?: ReadonlyArray<{ readonly name?: string; readonly in?: string }>;
}
const file = join(import.meta.dirname, '../../../shared/fixtures/openapi/ibkr-web-api-2.28.0.raw.json');
const paths = existsSync(file)
  ? (
      JSON.parse(readFileSync(file, 'utf8')) as {
        readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
      }
    ).paths
  : null;
const deviations = readFileSync(join(import.meta.dirname, '../../docs/deviations.md'), 'utf8');

const anonymous = (path: string): string => path.replace(/\{[^}]+\}/g, '{}');
const operationOf = (verb: string, path: string): Operation | undefined =>
  Object.entries(paths ?? {}).find(([known]) => anonymous(known) === anonymous(path))?.[1][
    verb.toLowerCase()
  ];

it.skipIf(paths === null).each(allEndpoints.map(({ name, endpoint }) => [name, endpoint] as const))(
  '%s',
  (name, endpoint) => {
    const { verb, path, parameters } = endpoint;
    const operation = operationOf(verb, path);
    const isExplained =
      deviations.includes(`${verb} ${path}`) || (path.startsWith('/fa/') && deviations.includes('POST /fa/'));
    if (operation === undefined) {
      expect([name, isExplained]).toEqual([name, true]);
      return;
    }
    if (endpoint.run !== undefined) return;
    const documented = (operation.parameters ?? [])
      .filter((one) => one.in === 'query')
      .map((one) => one.name ?? '');
    const declared = Object.entries(parameters).flatMap(([key, one]) =>
      one.place === 'query' ? [one.wireName ?? key] : [],
    );
    const apart = [
      ...documented.filter((one) => !declared.includes(one)),
      ...declared.filter((one) => !documented.includes(one)),
    ];
    expect(apart.filter((one) => !deviations.includes(`\`${one}\``))).toEqual([]);
  },
);
