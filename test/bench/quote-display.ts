import { readFile } from 'node:fs/promises';
import { systemClock } from '../../electron/support/clock';
import type { Bridge } from '../../shared/ipc/bridge';
import { launchApp, type LaunchedApp } from '../support/launch-app';
import { startPractice } from '../support/practice-process';
import type { BenchCase, Figure } from './bench';
import { asker, contracts } from './listed-contracts';
import { quantile, summarize } from './statistics';

const lines = 500;
const updateMs = 100;
const listId = '999';
/** `PORTICO_BENCH_SECONDS=600` for ten minutes. */
const seconds = Number(process.env['PORTICO_BENCH_SECONDS'] ?? 20);
const floorSeconds = 4;

/**
 * The real app with a watchlist of 500 symbols at ten updates a second each. Floor: the same desk at rest. Peer: the
 * same page rewriting 500 plain cells ten times a second, without gateway, IPC or React.
 */
export const quoteDisplay: BenchCase = {
  name: `app, ${lines} symbols × ${1000 / updateMs} updates/s on the screen`,
  async run() {
    const practice = await startPractice({
      seed: 1,
      args: ['--no-pacing', '--update-ms', String(updateMs), '--lines', String(2 * lines)],
    });
    try {
      const ask = asker(practice.url, await readFile(practice.cacert, 'utf8'));
      const conids = await contracts(ask, lines);
      const rows = conids.map((conid) => ({ C: conid }));
      await ask('POST', '/iserver/watchlist', { id: listId, name: 'Five hundred', rows });
      const trusted = ['--gateway-url', practice.url, '--cacert', practice.cacert];
      const app = await launchApp({
        args: [...trusted, '--market-data-lines', String(lines + 20)],
        timeoutMs: 60_000,
      });
      try {
        return await measure(app, conids);
      } finally {
        await app.close();
      }
    } finally {
      await practice.stop();
    }
  },
};

async function measure({ app, page }: LaunchedApp, conids: ReadonlyArray<number>): Promise<Figure[]> {
  const lists = page.getByRole('combobox', { name: 'Choose a watchlist' });
  await lists.waitFor({ timeout: 60_000 });
  await systemClock.sleep(3_000);
  const floor = await page.evaluate(frameTimes, floorSeconds);
  const peer = await page.evaluate(frameTimesOfPlainCells, { forSeconds: floorSeconds, cells: lines });
  await lists.selectOption(listId);
  await page
    .getByRole('img', { name: /market-data lines/ })
    .getByText(/^5\d\d/)
    .waitFor({ timeout: 60_000 });
  // The first second has five hundred first pictures in it.
  await systemClock.sleep(5_000);
  const watched = conids.slice(0, 40);
  const [times, ticks, usage] = await Promise.all([
    page.evaluate(frameTimes, seconds),
    page.evaluate(ticksToPaint, { forSeconds: seconds, conids: watched }),
    usageOf(app),
  ]);
  const rate = perSecond(times);
  return [
    one('contracts on the list', '', conids.length),
    one('frames drawn each second', '1/s', rate, rate / perSecond(floor)),
    one('floor: the desk at rest', '1/s', perSecond(floor)),
    one('peer: plain cells, no gateway', '1/s', perSecond(peer), perSecond(peer) / perSecond(floor)),
    one('frames dropped (gap over two frames)', '%', droppedPercent(times)),
    one('peer: frames dropped', '%', droppedPercent(peer)),
    one('quotes reaching the window', '1/s', (ticks.length / seconds / watched.length) * conids.length),
    one('tick to paint, p50', 'ms', quantile(ticks, 0.5)),
    one('tick to paint, p99', 'ms', quantile(ticks, 0.99)),
    ...usage,
  ];
}

const one = (figure: string, unit: string, value: number, ratio?: number): Figure => ({
  ...{ figure, unit },
  ...summarize([value]),
  ...(ratio === undefined ? {} : { ratio }),
});

const perSecond = (times: ReadonlyArray<number>): number =>
  ((times.length - 1) / ((times.at(-1) ?? 1) - (times[0] ?? 0))) * 1000;

const droppedPercent = (times: ReadonlyArray<number>): number => {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time));
  return (gaps.filter((gap) => gap > 2 * (1000 / 60)).length / gaps.length) * 100;
};

/** Runs in the page: when each frame began. */
const frameTimes = (forSeconds: number): Promise<number[]> =>
  new Promise((resolve) => {
    const times: number[] = [];
    const until = performance.now() + forSeconds * 1000;
    const frame = (now: number): void => {
      times.push(now);
      if (now < until) requestAnimationFrame(frame);
      else resolve(times);
    };
    requestAnimationFrame(frame);
  });

/** Runs in the page: the same, while plain text changes ten times a second. */
function frameTimesOfPlainCells(input: {
  readonly forSeconds: number;
  readonly cells: number;
}): Promise<number[]> {
  const board = document.createElement('div');
  document.body.append(board);
  const cells = Array.from({ length: input.cells }, () => board.appendChild(document.createElement('span')));
  const timer = setInterval(() => {
    for (const cell of cells) cell.textContent = `${(Math.random() * 1000).toFixed(2)} `;
  }, 100);
  return new Promise((resolve) => {
    const times: number[] = [];
    const until = performance.now() + input.forSeconds * 1000;
    const frame = (now: number): void => {
      times.push(now);
      if (now < until) {
        requestAnimationFrame(frame);
        return;
      }
      clearInterval(timer);
      board.remove();
      resolve(times);
    };
    requestAnimationFrame(frame);
  });
}

/** Runs in the page: from a quote's arrival in main to the end of the frame that can show it, sorted. */
function ticksToPaint(input: {
  readonly forSeconds: number;
  readonly conids: ReadonlyArray<number>;
}): Promise<number[]> {
  const { portico } = window as unknown as { readonly portico: Bridge };
  const waits: number[] = [];
  const stop = portico.watch('quotes.watch', { conids: input.conids }, (json) => {
    const quotes = JSON.parse(json) as ReadonlyArray<{ readonly asOfMs: number }>;
    // The task after a frame's callbacks runs when that frame has been handed on.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        for (const { asOfMs } of quotes) waits.push(Date.now() - asOfMs);
      };
      port2.postMessage(null);
    });
  });
  return new Promise((resolve) => {
    setTimeout(() => {
      stop();
      resolve(waits.sort((a, b) => a - b));
    }, input.forSeconds * 1000);
  });
}

/** Processor and memory of each process of the app, once a second. */
async function usageOf(app: LaunchedApp['app']): Promise<Figure[]> {
  const samples = new Map<string, { cpu: number[]; memory: number[] }>();
  for (let second = 0; second < seconds; second += 1) {
    await systemClock.sleep(1_000);
    const metrics = await app.evaluate(({ app: running }) =>
      running.getAppMetrics().map(({ type, cpu, memory }) => ({
        type,
        cpu: cpu.percentCPUUsage,
        megabytes: memory.workingSetSize / 1024,
      })),
    );
    for (const { type, cpu, megabytes } of metrics) {
      const known = samples.get(type) ?? { cpu: [], memory: [] };
      known.cpu.push(cpu);
      known.memory.push(megabytes);
      samples.set(type, known);
    }
  }
  return [...samples].flatMap(([type, { cpu, memory }]) => [
    { figure: `${type}: processor`, unit: '%', ...summarize(cpu) },
    { figure: `${type}: memory`, unit: 'MB', ...summarize(memory) },
  ]);
}
