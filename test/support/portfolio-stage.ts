import type { Page } from 'playwright';
import { decimal, toFixed } from '../../shared/domain/decimal';
import { deskOf } from './desk';
import { launchApp } from './launch-app';
import { controlOf } from './practice-control';
import { startPractice } from './practice-process';

interface TruePosition {
  readonly conid: number;
  readonly symbol: string;
  readonly secType: string;
  readonly [figure: string]: string | number;
}
export interface TruePortfolio {
  readonly totals: Readonly<Record<string, string>>;
  readonly positions: ReadonlyArray<TruePosition>;
}

/** The app on a practice gateway of its own; everything is closed afterwards. */
export async function onScenario(
  scenario: string,
  run: (stage: {
    readonly page: Page;
    readonly control: ReturnType<typeof controlOf>;
    readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
    readonly truth: (account?: string) => Promise<TruePortfolio>;
  }) => Promise<void>,
  before: (control: ReturnType<typeof controlOf>) => Promise<void> = async () => undefined,
): Promise<void> {
  const practice = await startPractice({ seed: 5, args: ['--control-port', '0', '--scenario', scenario] });
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch((practice.controlUrl ?? '') + path, {
      method,
      headers: { authorization: `Bearer ${practice.controlToken ?? ''}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const control = controlOf(practice);
  await before(control);
  const app = await launchApp({ args: ['--gateway-url', practice.url, '--cacert', practice.cacert] });
  try {
    const truth = async (account = ''): Promise<TruePortfolio> =>
      // The control port's answer is its contract (docs/practice-gateway.md).
      (await ask('GET', `/truth/portfolio${account === '' ? '' : `?account=${account}`}`)) as TruePortfolio;
    await run({ page: app.page, control, ask, truth });
  } finally {
    await app.close();
    await practice.stop();
  }
}

const columns = ['symbol', 'quantity', 'value', 'value-base', 'day', 'gain', 'realized', 'cost'];

/** All columns that carry money, closed positions too. */
export async function showFigures(page: Page): Promise<void> {
  await page.evaluate((view) => localStorage.setItem('portico.positions-view', JSON.stringify(view)), {
    columns,
    showClosed: true,
    grouping: 'none',
  });
  await page.reload({ waitUntil: 'commit' });
  await deskOf(page).positions.getByRole('row').nth(1).waitFor({ timeout: 60_000 });
}

export const plain = (text: string): string =>
  text
    .replaceAll(/[▲▼+,]/g, '')
    .replace('−', '-')
    .replace(/ ?short$/, '')
    .trim();

/** The rows on the screen as words, sorted; of the symbol only its ticker. */
export const shownRows = (page: Page): Promise<string[]> =>
  deskOf(page)
    .positions.locator('tbody tr:not([aria-hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [symbol, ...rest] = [...row.querySelectorAll('td')].map((cell, at) =>
          at === 0 ? (cell.querySelector('.symbol')?.textContent ?? '') : cell.textContent,
        );
        return [symbol ?? '', ...rest].join('|');
      }),
    )
    .then((rows) => rows.map((row) => row.split('|').slice(0, columns.length).map(plain).join(' ')).sort());

export const cents = (amount: string | number | undefined): string => toFixed(decimal(String(amount)), 2);

export const trueRows = ({ positions }: TruePortfolio): string[] =>
  positions
    .map((position) =>
      [
        position.symbol,
        String(Number(position['quantity'])),
        ...[
          'marketValue',
          'marketValueBase',
          'dailyBase',
          'unrealizedBase',
          'realizedTodayBase',
          'averageCost',
        ].map((name) => cents(position[name])),
      ].join(' '),
    )
    .sort();

export const tile = (page: Page, name: string): Promise<string> =>
  page
    .locator('.tile', { has: page.locator('dt').getByText(name, { exact: true }) })
    .locator('.tile-figure')
    .innerText()
    .then((text) => plain(text.replace(/[A-Z]{3}$/, '')));
