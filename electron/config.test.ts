// Seam: what the command line may say, and the sentence a person gets when it says something else.
import { expect, it } from 'vitest';
import { parseConfig, withoutGateway } from './config';

it('starts on the practice gateway when nothing is said', () => {
  expect(parseConfig(['--inspect=0', '/app', '--no-sandbox'])).toEqual({
    ok: true,
    value: {
      profile: 'practice',
      gatewayUrl: null,
      cacertPath: null,
      userDataDir: null,
      marketDataLines: null,
      named: false,
    },
  });
});

it('takes the number of market data lines, and nothing that is none', () => {
  expect(parseConfig(['--market-data-lines', '500'])).toMatchObject({ value: { marketDataLines: 500 } });
  expect(parseConfig(['--market-data-lines', 'many'])).toMatchObject({ ok: false });
});

it('reads both spellings of an option', () => {
  const config = parseConfig([
    '--gateway-url',
    'https://127.0.0.1:5000/v1/api',
    '--cacert=/tmp/ca.pem',
    '--profile=paper',
  ]);
  expect(config).toMatchObject({
    ok: true,
    value: { profile: 'paper', gatewayUrl: 'https://127.0.0.1:5000/v1/api', cacertPath: '/tmp/ca.pem' },
  });
});

it.each([
  [['--profile', 'demo'], '--profile is one of practice, paper, live'],
  [['--gateway-url', 'gateway'], '--gateway-url is an address such as'],
  [['--profile', 'live'], 'profile "live" needs --gateway-url'],
])('refuses %j in one sentence', (argv, sentence) => {
  const config = parseConfig(argv);
  expect(config.ok ? '' : config.error).toContain(sentence);
});

it('leaves everything but the gateway for a start on the chosen profile', () => {
  const argv = ['/app', '--no-sandbox', '--gateway-url', 'https://a', '--cacert=/x', '--profile', 'live'];
  expect(withoutGateway([...argv, '--user-data-dir', '/d'])).toEqual([
    ...['/app', '--no-sandbox', '--user-data-dir', '/d'],
  ]);
});
