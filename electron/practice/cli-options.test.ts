// Promise to the person at the shell: one clear sentence per mistake.
import { expect, it } from 'vitest';
import { parseOptions } from './cli-options';

it('reads every option, with a space or an equals sign', () => {
  const parsed = parseOptions([
    '--port',
    '0',
    '--json',
    '--seed=7',
    '--control-port',
    '0',
    '--hours=real',
    '--scenario',
    'advisor',
    '--start-time',
    '2026-11-23T14:30:00Z',
  ]);
  expect(parsed).toMatchObject({
    ok: true,
    options: {
      port: 0,
      json: true,
      seed: 7,
      controlPort: 0,
      hours: 'real',
      scenario: 'advisor',
      startMs: Date.UTC(2026, 10, 23, 14, 30),
    },
  });
});

it.each([
  [['--port', 'abc'], '--port takes a number from 0 to 65535, not abc.'],
  [['--port'], '--port needs a value.'],
  [['--wat'], 'Unknown option --wat.'],
  [['--speed', '0'], '--speed takes a number above 0, up to 100000.'],
  [['--scenario', 'x'], '--scenario takes one of individual, multi-currency, advisor, empty, large, live.'],
])('%j: %s', (args, problem) => {
  expect(parseOptions(args)).toEqual({ ok: false, problem });
});
