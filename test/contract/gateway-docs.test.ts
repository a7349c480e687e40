// Seam: the documentation and the command line say what the declarations are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../electron/gateway/cli/command';
import { documentAll } from '../../electron/gateway/cli/documents';
import { allEndpoints } from '../../electron/gateway/registry';

async function run(...argv: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await runCommand(argv, {
    print: (line) => lines.push(line),
    complain: (line) => lines.push(line),
    onInterrupt: () => undefined,
  });
  return { code, lines };
}

it('docs/gateway-api.md is generated from the declarations as they are', () => {
  const written = readFileSync(join(import.meta.dirname, '../../docs/gateway-api.md'), 'utf8');
  expect(written.trimEnd(), 'run: npm run -s gateway -- docs > docs/gateway-api.md').toBe(
    documentAll().trimEnd(),
  );
});

it('lists exactly the 70 methods with their areas', async () => {
  const { code, lines } = await run('list');
  expect([code, lines.length, new Set(lines).size]).toEqual([0, 70, 70]);
  expect(lines).toContain('placeOrder\torders');
  expect((await run('list', '--all')).lines.length).toBe(allEndpoints.length);
});

it('helps with every method', async () => {
  for (const { name } of allEndpoints) {
    const { code, lines } = await run('help', name);
    expect([name, code]).toEqual([name, 0]);
    expect(lines[0]).toMatch(/Returns[\s\S]+Pacing[\s\S]+Source/);
  }
});

it('says no in one form', async () => {
  expect(await run('call', 'nope')).toMatchObject({
    code: 1,
    lines: [expect.stringMatching(/^\{"error":\{"code":"invalid-input","status":null,"message":/)],
  });
  expect(await run('call', 'tickle', '[]')).toMatchObject({ code: 1 });
  expect(await run('--url', 'https://127.0.0.1:1/v1/api', 'call', 'tickle')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('"code":"not-running"')],
  });
  expect(await run('--nonsense', 'call', 'tickle')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('"code":"invalid-input"')],
  });
  expect(await run('--timeout', 'soon', 'call', 'tickle')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('--timeout')],
  });
  expect(await run('watch', 'zzz')).toMatchObject({ code: 1 });
  expect(await run('watch', 'smd', '{"conid":-1}')).toMatchObject({ code: 1 });
  expect(await run('fly')).toMatchObject({ code: 2 });
  expect(await run('--nonsense')).toMatchObject({ code: 2 });
});
