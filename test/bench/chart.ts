import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Bar } from '../../shared/domain/bar';
import { decimal } from '../../shared/domain/decimal';
import { createBarCache } from '../../electron/store/bar-cache';
import { openCache } from '../../electron/store/open-cache';
import { systemClock } from '../../electron/support/clock';
import { launchApp } from '../support/launch-app';
import { repoRoot } from '../support/repo-root';
import type { BenchCase, Figure } from './bench';
import { quantile, summarize } from './statistics';

const bars = 100_000;
const frames = 90;
const minute = 60_000;
const conid = 265598;

/**
 * 100,000 one-minute bars kept on disk, opened in the real app without a gateway: time to the first picture, then
 * panning and zooming by key. The floor is a bare canvas that paints as many candles; the peer is KLineChart with
 * the same bars in the same window.
 */
export const chart: BenchCase = {
  name: `chart of ${bars.toLocaleString('en')} bars`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
    const kept = fill(join(folder, 'cache.sqlite'));
    // Nothing answers there: what is drawn comes from the disk alone.
    const options = { userDataDir: folder, args: ['--gateway-url', 'https://127.0.0.1:9/v1/api'] };
    const before = await launchApp(options);
    await before.page.evaluate(
      (workspace) => localStorage.setItem('portico.workspace', workspace),
      JSON.stringify({ version: 1, conid, symbol: 'AAPL' }),
    );
    await before.close();
    const { page, close } = await launchApp(options);
    try {
      await page
        .getByRole('region', { name: 'Chart', exact: true })
        .getByRole('combobox', { name: 'Bar size' })
        .waitFor();
      const first = await firstPicture(page);
      await scrollToOldest(page);
      const near = await ours(page, 'ArrowRight', 'ArrowLeft');
      const zoom = await ours(page, '-', '+');
      for (let press = 0; press < 60; press += 1) await page.keyboard.press('-');
      const whole = await ours(page, 'ArrowRight', 'ArrowLeft');
      const floor = await bareCanvas(page, 400);
      const peer = await kLineChart(page, kept);
      return [
        {
          figure: 'bar size chosen to picture',
          unit: 'ms',
          ...summarize([first]),
          ratio: first / peer.first,
        },
        ...framesFigure('pan, 100s of bars visible', near, floor),
        ...framesFigure('zoom', zoom, floor),
        ...framesFigure('pan, all bars visible', whole, floor),
        { figure: 'peer: data to picture', unit: 'ms', ...summarize([peer.first]) },
        ...framesFigure('peer: pan, 100s of bars visible', peer.pan, floor),
        ...framesFigure('peer: zoom', peer.zoom, floor),
        { figure: 'floor: bare canvas, 400 candles', unit: 'ms', ...summarize(floor) },
      ];
    } finally {
      await close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};

const framesFigure = (figure: string, times: number[], floor: number[]): Figure[] => [
  {
    figure,
    unit: 'ms a frame',
    ...summarize(times),
    ratio: summarize(times).median / summarize(floor).median,
  },
  {
    figure: `${figure}, p95`,
    unit: 'ms',
    ...summarize([
      quantile(
        [...times].sort((a, b) => a - b),
        0.95,
      ),
    ]),
  },
];

interface Candle {
  readonly timestamp: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Writes the bars as the app keeps them; returns them for the peer. */
function fill(path: string): Candle[] {
  const cache = openCache(path, systemClock);
  const now = Math.floor(systemClock.now() / minute) * minute;
  let price = 20_000;
  const candles = Array.from({ length: bars }, (_, index): Candle => {
    const open = price;
    price = Math.max(1_000, open + Math.round(Math.sin(index * 12.9898) * 9));
    const [high, low] = [Math.max(open, price) + 4, Math.min(open, price) - 4];
    return {
      timestamp: now - (bars - index) * minute,
      ...{ open: open / 100, high: high / 100, low: low / 100, close: price / 100 },
      volume: 1000 + (index % 500),
    };
  });
  const text = (value: number) => decimal(value.toFixed(2));
  createBarCache(cache.sql, now).put(
    `practice|${conid}|1min|rth|trades`,
    candles.map(({ timestamp, open, high, low, close, volume }): Bar => ({
      timeMs: timestamp,
      ...{ open: text(open), high: text(high), low: text(low), close: text(close) },
      volume: decimal(String(volume)),
    })),
    {
      readMs: now,
      oldestReached: true,
      note: JSON.stringify({ availability: 'live', delaySeconds: 0, rereadBecause: null }),
    },
  );
  cache.close();
  return candles;
}

/** From the choice of the bar size to the frame after the chart has its bars. */
const firstPicture = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const select = document.querySelector<HTMLSelectElement>('.chart-tools select');
    if (select === null) throw new Error('No bar size to choose.');
    const started = performance.now();
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, '1min');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const drawn = (): boolean =>
      /1 minute bars, \d/.test(
        document.querySelector('[aria-roledescription="price chart"]')?.getAttribute('aria-label') ?? '',
      ) && document.querySelector('[aria-roledescription="price chart"] canvas') !== null;
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!drawn()) await frame();
    await frame();
    await frame();
    return performance.now() - started;
  });

async function scrollToOldest(page: Page): Promise<void> {
  const picture = page.getByRole('application', { name: /1 minute bars/ });
  await picture.focus();
  const all = new RegExp(`, ${bars} of them`);
  for (let press = 0; press < 40; press += 1) {
    await page.keyboard.press('Home');
    if (all.test((await picture.getAttribute('aria-label')) ?? '')) break;
    await page
      .waitForFunction(
        (known) =>
          document.querySelector('[aria-roledescription="price chart"]')?.getAttribute('aria-label') !==
          known,
        await picture.getAttribute('aria-label'),
        { timeout: 3_000 },
      )
      .catch(() => undefined);
  }
  if (!all.test((await picture.getAttribute('aria-label')) ?? ''))
    throw new Error('Not all bars were loaded.');
  await page.keyboard.press('End');
}

/** One key a frame, there and back. */
const ours = (page: Page, there: string, back: string): Promise<number[]> =>
  page.evaluate(
    async ([one, other, count]) => {
      const host = document.querySelector<HTMLElement>('[aria-roledescription="price chart"]');
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let before = await frame();
      for (let index = 0; index < count; index += 1) {
        const key = Math.floor(index / 15) % 2 === 0 ? other : one;
        host?.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey: key.startsWith('Arrow'), bubbles: true }),
        );
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      return times;
    },
    [there, back, frames] as const,
  );

/** As many boxes and wicks on a canvas of the chart's size, and nothing else. */
const bareCanvas = (page: Page, candles: number): Promise<number[]> =>
  page.evaluate(
    async ([count, steps]) => {
      const host = document.querySelector<HTMLElement>('[aria-roledescription="price chart"]');
      const canvas = document.createElement('canvas');
      canvas.width = host?.clientWidth ?? 800;
      canvas.height = host?.clientHeight ?? 400;
      canvas.style.cssText = 'position:fixed;top:0;left:0;z-index:999';
      document.body.append(canvas);
      const context = canvas.getContext('2d');
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let before = await frame();
      for (let index = 0; index < steps; index += 1) {
        context?.clearRect(0, 0, canvas.width, canvas.height);
        for (let at = 0; at < count && context !== null; at += 1) {
          const x = (at / count) * canvas.width;
          const y = canvas.height / 2 + Math.sin((at + index) / 9) * 80;
          context.fillStyle = at % 2 === 0 ? '#2fbf8f' : '#f0616d';
          context.fillRect(x + 1, y - 20, 1, 60);
          context.fillRect(x, y, 3, 20);
        }
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      canvas.remove();
      return times;
    },
    [candles, frames] as const,
  );

interface KLineCharts {
  readonly init: (element: HTMLElement) => {
    readonly setSymbol: (symbol: object) => void;
    readonly setPeriod: (period: object) => void;
    readonly setDataLoader: (loader: object) => void;
    readonly scrollByDistance: (distance: number) => void;
    readonly zoomAtCoordinate: (scale: number) => void;
    readonly getDataList: () => ReadonlyArray<unknown>;
  };
}

/** KLineChart 10 (Apache-2.0) in the same window: the same bars, the same movements. */
async function kLineChart(
  page: Page,
  candles: Candle[],
): Promise<{ first: number; pan: number[]; zoom: number[] }> {
  // Through the driver, which the page's policy does not bind; the app itself could not load it.
  await page.evaluate(
    await readFile(join(repoRoot, 'node_modules/klinecharts/dist/umd/klinecharts.min.js'), 'utf8'),
  );
  return page.evaluate(
    async ([data, steps]) => {
      const { klinecharts } = window as unknown as { readonly klinecharts: KLineCharts };
      const host = document.querySelector<HTMLElement>('[aria-roledescription="price chart"]');
      const element = document.createElement('div');
      element.style.cssText = `position:fixed;top:0;left:0;z-index:999;width:${host?.clientWidth ?? 800}px;height:${host?.clientHeight ?? 400}px`;
      document.body.append(element);
      const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
      const started = performance.now();
      const peer = klinecharts.init(element);
      peer.setDataLoader({
        getBars: ({ callback }: { callback: (all: unknown, more: boolean) => void }) => callback(data, false),
      });
      peer.setSymbol({ ticker: 'AAPL', pricePrecision: 2, volumePrecision: 0 });
      peer.setPeriod({ span: 1, type: 'minute' });
      while (peer.getDataList().length < data.length) await frame();
      await frame();
      await frame();
      const first = performance.now() - started;
      const measure = async (step: (index: number) => void): Promise<number[]> => {
        const times: number[] = [];
        let before = await frame();
        for (let index = 0; index < steps; index += 1) {
          step(index);
          const now = await frame();
          times.push(now - before);
          before = now;
        }
        return times;
      };
      const turn = (index: number): boolean => Math.floor(index / 15) % 2 === 0;
      const pan = await measure((index) => peer.scrollByDistance(turn(index) ? 80 : -80));
      const zoom = await measure((index) => peer.zoomAtCoordinate(turn(index) ? 0.8 : 1.25));
      element.remove();
      return { first, pan, zoom };
    },
    [candles, frames] as const,
  );
}
