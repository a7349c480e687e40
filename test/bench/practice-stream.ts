import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createGateway } from '../../electron/gateway/gateway';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import { startPractice } from '../support/practice-process';
import type { BenchCase } from './bench';
import { summarize } from './statistics';

// The gateway sends a contract twice a second of its own time; at five times the speed that is ten a second.
const speed = 5;
const connections = 5;
const linesEach = 100;
const seconds = 10;
const wanted = connections * linesEach * 2 * speed;

/** 500 subscriptions at ten updates a second; how many frames really come, second by second. */
export const practiceStream: BenchCase = {
  name: `practice gateway, ${connections * linesEach} streams × ${2 * speed} updates/s`,
  async run() {
    const practice = await startPractice({ seed: 1, args: ['--no-pacing', '--speed', String(speed)] });
    try {
      const ca = await readFile(practice.cacert, 'utf8');
      const { conids, cookie } = await prepare(practice.url, practice.cacert, connections * linesEach);
      const counts: number[] = Array.from({ length: seconds }, () => 0);
      let started = Infinity;
      const sockets = await Promise.all(
        Array.from({ length: connections }, async (_, index) => {
          const socket = new WebSocket(practice.wsUrl, { ca, headers: { cookie } });
          await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
          for (const conid of conids.slice(index * linesEach, (index + 1) * linesEach))
            socket.send(`smd+${conid}+${JSON.stringify({ fields: ['31', '84', '85', '86', '88', '7762'] })}`);
          socket.on('message', () => {
            const second = Math.floor((performance.now() - started) / 1000);
            if (second >= 0 && second < seconds) counts[second] = (counts[second] ?? 0) + 1;
          });
          return socket;
        }),
      );
      started = performance.now() + 1000;
      await systemClock.sleep((seconds + 1.5) * 1000);
      for (const socket of sockets) socket.terminate();
      const rate = summarize(counts);
      return [
        { figure: 'contracts streamed', unit: '', ...summarize([conids.length]) },
        { figure: 'frames received each second', unit: '1/s', ...rate, ratio: rate.median / wanted },
      ];
    } finally {
      await practice.stop();
    }
  },
};

const listing = z.array(z.object({ conid: z.number() }));

/** Contracts to stream, and the cookie of the session they are streamed in. */
async function prepare(url: string, cacertPath: string, count: number) {
  const gateway = createGateway({ baseUrl: url, cacertPath }, { clock: systemClock, log: silentLog });
  await gateway.accounts.receiveBrokerageAccounts();
  const found: number[] = [];
  for (const exchange of [
    'NASDAQ',
    'NYSE',
    'ARCA',
    'IBIS',
    'LSE',
    'EBS',
    'TSEJ',
    'SEHK',
    'CME',
    'NYMEX',
    'IDEALPRO',
  ]) {
    const answer = await gateway.contracts.allConidsByExchange({ exchange });
    const rows = answer.ok ? listing.safeParse(answer.value.data) : null;
    if (rows?.success === true) found.push(...rows.data.map((row) => row.conid));
  }
  const session = await gateway.session.tickle();
  gateway.close();
  const distinct = [...new Set(found)];
  // Fewer instruments than lines: the same contracts are streamed on several connections.
  return {
    conids: Array.from({ length: count }, (_, index) => distinct[index % distinct.length] ?? 265598),
    cookie: `api=${JSON.stringify({ session: session.ok ? session.value.data.session : '' })}`,
  };
}
