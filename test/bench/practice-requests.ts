import { readFile } from 'node:fs/promises';
import { startPractice } from '../support/practice-process';
import type { BenchCase } from './bench';
import { startBareServer } from './bare-server';
import { load } from './load';
import { summarize } from './statistics';

const perSecond = 1000;
const seconds = 5;
const rounds = 3;

/** 1,000 requests a second for the practice gateway, beside a bare HTTPS server asked the same way in the same run. */
export const practiceRequests: BenchCase = {
  name: `practice gateway, ${perSecond} requests/s asked`,
  async run() {
    const practice = await startPractice({ seed: 1, args: ['--no-pacing'] });
    const bare = await startBareServer(JSON.stringify({ filler: 'x'.repeat(1500) }));
    try {
      const ca = await readFile(practice.cacert, 'utf8');
      const summary = `${practice.url}/portfolio/DU5550001/ledger`;
      await load(`${practice.url}/portfolio/accounts`, ca, 10, 1);
      const ours = [];
      const floor = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await load(summary, ca, perSecond, seconds));
        floor.push(await load(bare.url, bare.ca, perSecond, seconds));
      }
      const rate = summarize(ours.map((one) => one.perSecond));
      const p99 = summarize(ours.map((one) => one.p99Ms));
      const floorP99 = summarize(floor.map((one) => one.p99Ms));
      return [
        { figure: 'answered per second', unit: '1/s', ...rate },
        { figure: 'not answered with 200', unit: '', ...summarize(ours.map((one) => one.failed)) },
        { figure: 'p50 from due to answered', unit: 'ms', ...summarize(ours.map((one) => one.p50Ms)) },
        { figure: 'p99 from due to answered', unit: 'ms', ...p99 },
        { figure: 'p99 of the bare server', unit: 'ms', ...floorP99, ratio: p99.median / floorP99.median },
      ];
    } finally {
      bare.close();
      await practice.stop();
    }
  },
};
