import type { Page } from 'playwright';
import { deskOf } from '../support/desk';
import { launchApp } from '../support/launch-app';
import { startPractice } from '../support/practice-process';
import type { BenchCase, Figure } from './bench';
import { quantile, summarize } from './statistics';

const frameBudgetMs = 1000 / 60;

/** The real app on an account of ten thousand positions: how soon the first rows stand, and what each gesture costs. */
export const tenThousandPositions: BenchCase = {
  name: 'portfolio, 10,000 positions',
  async run() {
    const practice = await startPractice({ seed: 1, args: ['--scenario', 'large'] });
    const app = await launchApp({ args: ['--gateway-url', practice.url, '--cacert', practice.cacert] });
    const { page } = app;
    try {
      const started = performance.now();
      const grid = deskOf(page).positions;
      await grid.getByRole('row').nth(1).waitFor({ timeout: 120_000 });
      const firstRowsMs = performance.now() - started;
      const whole = page
        .getByRole('grid', { name: 'Positions' })
        .and(page.locator('[aria-rowcount="10002"]'));
      await whole.waitFor({ timeout: 180_000 });
      const allRowsMs = performance.now() - started;
      const head = (name: string) => grid.getByRole('button', { name, exact: true });
      return [
        { figure: 'first rows, from the window', unit: 'ms', ...summarize([firstRowsMs]) },
        { figure: 'all rows', unit: 'ms', ...summarize([allRowsMs]) },
        ...(await frames(page, 'scroll', (at) =>
          grid.evaluate((table, top) => table.parentElement?.scrollTo({ top }), at * 4_000),
        )),
        ...(await frames(page, 'sort', (at) => head(at % 2 === 0 ? 'Symbol' : 'Quantity').click())),
        ...(await frames(page, 'filter', (at) =>
          page.getByRole('textbox', { name: 'Filter the positions' }).fill(at % 2 === 0 ? '1' : ''),
        )),
        ...(await frames(page, 'group', (at) =>
          page
            .getByRole('combobox', { name: 'Group the positions' })
            .selectOption(at % 2 === 0 ? 'sector' : 'none')
            .then(() => undefined),
        )),
        { figure: 'memory of the window', unit: 'MB', ...summarize([await heapMegabytes(page)]) },
      ];
    } finally {
      await app.close();
      await practice.stop();
    }
  },
};

const gestures = 10;

/** Times between animation frames while a gesture is repeated; the longest frame after each is what a hand feels. */
async function frames(
  page: Page,
  name: string,
  gesture: (at: number) => Promise<unknown>,
): Promise<Figure[]> {
  const longest: number[] = [];
  const all: number[] = [];
  for (let at = 0; at < gestures; at += 1) {
    await page.evaluate(() => {
      const times: number[] = [];
      const state = window as unknown as { frameTimes: number[]; stopFrames: boolean };
      state.frameTimes = times;
      state.stopFrames = false;
      const next = (now: number): void => {
        times.push(now);
        if (!state.stopFrames) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    await gesture(at);
    const gaps = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const state = window as unknown as { frameTimes: number[]; stopFrames: boolean };
          const enough = (): void => {
            if (state.frameTimes.length < 30) requestAnimationFrame(enough);
            else {
              state.stopFrames = true;
              resolve(
                state.frameTimes.slice(1).map((time, index) => time - (state.frameTimes[index] ?? time)),
              );
            }
          };
          enough();
        }),
    );
    all.push(...gaps);
    longest.push(Math.max(...gaps));
  }
  const sorted = all.sort((a, b) => a - b);
  const worst = summarize(longest);
  return [
    { figure: `${name}: frame, p50`, unit: 'ms', ...summarize([quantile(sorted, 0.5)]) },
    { figure: `${name}: longest frame`, unit: 'ms', ...worst, ratio: worst.median / frameBudgetMs },
  ];
}

const heapMegabytes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1_048_576,
  );
