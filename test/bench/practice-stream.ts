import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { systemClock } from '../../electron/support/clock';
import { startPractice } from '../support/practice-process';
import type { BenchCase } from './bench';
import { asker, contracts } from './listed-contracts';
import { quantile, summarize } from './statistics';

const lines = 500;
const updateMs = 100;
const seconds = 10;
const wanted = (lines * 1000) / updateMs;

/** 500 contracts on one connection at ten updates a second: how many frames come, and how far behind their time. */
export const practiceStream: BenchCase = {
  name: `practice gateway, ${lines} streams × ${1000 / updateMs} updates/s`,
  async run() {
    const practice = await startPractice({
      seed: 1,
      args: ['--no-pacing', '--update-ms', String(updateMs), '--lines', String(lines)],
    });
    const ca = await readFile(practice.cacert, 'utf8');
    const ask = asker(practice.url, ca);
    try {
      const conids = await contracts(ask, lines);
      const { session } = z.object({ session: z.string() }).parse(await ask('POST', '/tickle'));
      const socket = new WebSocket(practice.wsUrl, {
        ca,
        headers: { cookie: `api=${JSON.stringify({ session })}` },
      });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      const counts: number[] = Array.from({ length: seconds }, () => 0);
      const lags: number[] = [];
      const lastUpdate = new Map<string, number>();
      let started = Infinity;
      socket.on('message', (data: Buffer) => {
        const second = Math.floor((performance.now() - started) / 1000);
        if (second < 0 || second >= seconds) return;
        counts[second] = (counts[second] ?? 0) + 1;
        const text = data.toString('utf8');
        const atMs = Number(/"_updated":(\d+)/.exec(text)?.[1] ?? 0);
        const conid = /"conid":(\d+)/.exec(text)?.[1] ?? '';
        const before = lastUpdate.get(conid);
        lastUpdate.set(conid, atMs);
        // Beyond a whole beat after the last one, and on the way here; an unchanged contract may skip beats.
        const late = before === undefined ? 0 : (atMs - before) % updateMs;
        lags.push(Math.min(late, updateMs - late) + Math.max(0, systemClock.now() - atMs));
      });
      for (const conid of conids)
        socket.send(`smd+${conid}+${JSON.stringify({ fields: ['31', '84', '85', '86', '88', '7762'] })}`);
      started = performance.now() + 2000;
      await systemClock.sleep((seconds + 2.5) * 1000);
      socket.terminate();
      const rate = summarize(counts);
      const sorted = lags.sort((a, b) => a - b);
      return [
        { figure: 'contracts streamed', unit: '', ...summarize([new Set(conids).size]) },
        { figure: 'frames received each second', unit: '1/s', ...rate, ratio: rate.median / wanted },
        { figure: 'behind their time, p50', unit: 'ms', ...summarize([quantile(sorted, 0.5)]) },
        { figure: 'behind their time, p99', unit: 'ms', ...summarize([quantile(sorted, 0.99)]) },
      ];
    } finally {
      await practice.stop();
    }
  },
};
