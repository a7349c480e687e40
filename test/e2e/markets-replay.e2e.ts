// Seam: a server nobody here wrote, in the drawn app: recorded frames and bars stand on the screen as they were sent,
// and a parameter file of thousands of entries leaves the window alive.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';
import { deskOf } from '../support/desk';
import { openPanel } from '../support/panels';
import { type ScriptedGateway, startScriptedGateway } from '../support/scripted-gateway';

const folder = join(import.meta.dirname, '../../../shared/fixtures/recorded');
type Row = Readonly<Record<string, unknown>>;
const recorded = (name: string): unknown =>
  (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly response: unknown }).response;

const session = {
  ...{ session: 'recorded', authenticated: true, connected: true, competing: false, established: true },
  ...{ accounts: ['DU1234567'], selectedAccount: 'DU1234567', RESULT: true, USER_NAME: 'recorded' },
  iserver: { authStatus: { authenticated: true, competing: false, connected: true, established: true } },
};
const list = {
  ...{ id: '1', name: 'Recorded', hash: '1', readOnly: false },
  instruments: [
    { ...{ ST: 'STK', C: '265598', conid: 265598, ticker: 'AAPL' }, name: 'APPLE INC', assetClass: 'STK' },
    { ...{ ST: 'FUT', C: '495512572', conid: 495512572, ticker: 'ES' }, name: 'ES', assetClass: 'FUT' },
    { H: 'Later' },
  ],
};

let server: ScriptedGateway;
let answers: Record<string, unknown>;
test.beforeEach(async () => {
  server = await startScriptedGateway();
  answers = {
    '/iserver/watchlists': { data: { user_lists: [{ id: '1', name: 'Recorded' }] }, action: 'content' },
    '/iserver/watchlist': list,
    '/iserver/account/DU1234567/alerts': [],
    '/portfolio/accounts': [{ id: 'DU1234567', accountId: 'DU1234567', currency: 'USD', type: 'DEMO' }],
    '/iserver/marketdata/snapshot': [],
  };
  server.answer = ({ path }) => ({ json: answers[path.replace('/v1/api', '')] ?? session });
  server.onSocket = (socket) => {
    socket.send(JSON.stringify({ topic: 'system', success: 'recorded', isFT: false, isPaper: true }));
    socket.send(JSON.stringify({ topic: 'sts', args: { authenticated: true, connected: true } }));
  };
});
test.afterEach(() => server.close());
const argsOf = (): string[] => ['--gateway-url', server.url, '--cacert', server.cacert];

test('recorded frames and bars stand on the screen', async ({ launch }) => {
  test.skip(!existsSync(folder), 'skipped: no fixtures');
  test.setTimeout(120_000);
  const frames = [
    ...[recorded('websocket/smd-aapl-87_raw--unknown.json')].flat(),
    recorded('websocket/smd-es-bid-last-ask--goopy.json'),
  ] as ReadonlyArray<Row>;
  const page30d = recorded('marketdata/history-voo-30d-chartAnnotations.json') as {
    readonly data: ReadonlyArray<Readonly<Record<'o' | 'h' | 'l' | 'c' | 'v' | 't', number>>>;
    readonly volumeFactor: number;
  };
  answers['/iserver/marketdata/history'] = page30d;
  const greet = server.onSocket;
  server.onSocket = (socket, request) => {
    greet(socket, request);
    socket.on('message', (data: Buffer) => {
      const conid = /^smd\+(\d+)/.exec(data.toString())?.[1];
      for (const frame of frames) if (String(frame['conid']) === conid) socket.send(JSON.stringify(frame));
    });
  };
  const { page } = await launch({ args: argsOf() });
  const desk = deskOf(page);
  const merged = (conid: number): Row =>
    frames.filter((frame) => frame['conid'] === conid).reduce<Row>((all, one) => ({ ...all, ...one }), {});
  const apple = desk.quotes.getByRole('row', { name: /^AAPL/ });
  await expect(apple).toContainText(String(merged(265598)['31']), { timeout: 40_000 });
  const future = desk.quotes.getByRole('row', { name: /^ES/ });
  await expect(future).toContainText(String(merged(495512572)['31']).replace(/^(\d)(\d{3})/, '$1,$2'));
  await expect(desk.quotes.getByRole('row', { name: /Later/ })).toBeVisible();

  await apple.getByRole('gridcell').first().click();
  const chart = desk.region('Chart');
  await expect(chart.getByRole('application')).toHaveAccessibleName(
    new RegExp(`${page30d.data.length} of them`),
  );
  await chart.getByRole('button', { name: 'Table' }).click();
  const bars = chart.getByRole('grid', { name: 'Price history' });
  for (const bar of [page30d.data.at(-1), page30d.data.at(-9)])
    for (const figure of [bar?.o, bar?.h, bar?.l, bar?.c])
      await expect(bars).toContainText((figure ?? 0).toFixed(2));

  const quote = await openPanel(page, 'Quote');
  await expect(quote).toContainText(String(merged(265598)['31']));
  await expect(quote).toContainText(/12\.2\s?M|12,200,000/);
});

test('a parameter file of thousands of entries is searched while the window stays alive', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  answers['/iserver/scanner/params'] = {
    instrument_list: many(60, (at) => ({
      ...{ display_name: `Instrument ${at}`, type: at === 0 ? 'STK' : `KIND.${at}` },
      filters: many(2_000, (filter) => `filter${filter}`),
    })),
    scan_type_list: many(4_000, (at) => ({
      ...{ display_name: `Ranking number ${at}`, code: `RANK_${at}` },
      instruments: ['STK'],
    })),
    filter_list: many(4_000, (at) => ({
      ...{ group: `filter${at >> 1}`, display_name: `Bound number ${at}`, code: `filter${at}Above` },
      type: 'non-range',
    })),
    location_tree: [
      {
        ...{ display_name: 'US Stocks', type: 'STK' },
        locations: many(40, (at) => ({
          ...{ display_name: `Region ${at}`, type: `STK.R${at}` },
          locations: many(100, (place) => ({
            ...{ display_name: `Place ${at}-${place}`, type: `STK.R${at}.P${place}` },
            locations: [],
          })),
        })),
      },
    ],
  };
  const { page } = await launch({ args: argsOf() });
  const desk = deskOf(page);
  await expect(desk.quotes.getByRole('row', { name: /^AAPL/ })).toBeVisible({ timeout: 40_000 });
  const scanners = await openPanel(page, 'Scanners');
  const ranking = scanners.getByRole('combobox', { name: 'Ranking' });
  await expect(ranking).toHaveValue(/\w/, { timeout: 20_000 });
  await page.evaluate(() => {
    const gaps = { longest: 0 };
    let before = performance.now();
    const frame = (now: number): void => {
      gaps.longest = Math.max(gaps.longest, now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { gaps });
  });
  await ranking.click();
  await ranking.fill('');
  await ranking.pressSequentially('number 3999');
  await expect(page.getByRole('option', { name: /^Ranking number 3999/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(ranking).toHaveValue('Ranking number 3999');
  const place = scanners.getByRole('combobox', { name: 'Location' });
  await place.click();
  await place.fill('');
  await place.pressSequentially('Place 39-99');
  await page.keyboard.press('Enter');
  await expect(place).toHaveValue(/Place 39-99/);
  const longest = await page.evaluate(
    () => (window as unknown as { gaps: { longest: number } }).gaps.longest,
  );
  // A window that stands still for as long as this is what a person calls frozen.
  expect(longest).toBeLessThan(1_500);
});
