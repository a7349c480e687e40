// Seam: a server nobody here wrote, answering with what IBKR was recorded to send: right values, no field lost.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createGateway } from '../../electron/gateway/gateway';
import { watchQuotes } from '../../electron/services/market/quotes';
import { createWatchlists } from '../../electron/services/watchlists/watchlists';
import { systemClock } from '../../electron/support/clock';
import { conidSchema } from '../../shared/domain/ids';
import { marketFields } from '../../shared/domain/market-field';
import type { Quote } from '../../shared/domain/quote';
import { hasRecordings } from '../support/gateway-recordings';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

const folder = join(import.meta.dirname, '../../../shared/fixtures/recorded');
const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
type Row = Readonly<Record<string, unknown>>;

interface Recorded {
  readonly name: string;
  readonly rows: ReadonlyArray<Row>;
}
const recorded = (part: string, pattern: RegExp): Recorded[] =>
  !hasRecordings
    ? []
    : readdirSync(join(folder, part))
        .filter((name) => pattern.test(name))
        .map((name) => {
          const { response } = JSON.parse(readFileSync(join(folder, part, name), 'utf8')) as {
            response: unknown;
          };
          return { name, rows: [response].flat() as Row[] };
        });

let server: ScriptedGateway;
let close = (): void => undefined;
afterEach(async () => {
  close();
  await server.close();
});

async function connect(answers: Readonly<Record<string, unknown>>) {
  server = await startScriptedGateway();
  server.answer = ({ path }) => ({ json: answers[path.replace('/v1/api', '')] ?? session });
  server.onSocket = (socket) => {
    socket.send(JSON.stringify({ topic: 'system', success: 'u', isFT: false, isPaper: true }));
    socket.send(JSON.stringify({ topic: 'sts', args: { authenticated: true, connected: true } }));
  };
  const gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert },
    { clock: systemClock, log },
  );
  close = gateway.close;
  gateway.sessionMachine.start();
  gateway.socket.start();
  return gateway;
}

const session = {
  session: 'recorded',
  accounts: ['DU1234567'],
  iserver: { authStatus: { authenticated: true, competing: false, connected: true, established: true } },
  authenticated: true,
  connected: true,
};

/** The quote after the last of these frames, sent as soon as the contract is subscribed. */
async function streamed(frames: ReadonlyArray<Row>, snapshot: ReadonlyArray<Row> = []): Promise<Quote> {
  const gateway = await connect({ '/iserver/marketdata/snapshot': snapshot });
  const conid = conidSchema.parse(Number((frames[0] ?? snapshot[0])?.['conid']));
  return new Promise((resolve) => {
    const wait = setInterval(() => {
      if (!server.frames.some((frame) => frame.startsWith(`smd+${conid}+`))) return;
      clearInterval(wait);
      for (const frame of frames) server.sockets.at(-1)?.send(JSON.stringify(frame));
    }, 20);
    let latest: Quote | null = null;
    const stop = watchQuotes(
      gateway,
      systemClock,
      { conids: [conid], fields: marketFields.map(({ id }) => id) },
      ([quote]) => {
        latest = quote ?? latest;
        if (latest !== null && (snapshot.length === 0 || latest.last !== null || latest.bid !== null)) {
          stop();
          resolve(latest);
        }
      },
    );
  });
}

describe.skipIf(!hasRecordings)('recorded quotes', () => {
  it.each(recorded('websocket', /^smd-/))('$name', async ({ rows }) => {
    const frames = rows.map((row) => ({ ...row }));
    const merged = frames.reduce<Row>((all, frame) => ({ ...all, ...frame }), {});
    const quote = await streamed(frames);
    expect(quote.last).toBe(plain(merged['31']));
    expect(quote.bid).toBe(plain(merged['84']));
    expect(quote.ask).toBe(plain(merged['86']));
    expect(quote.changePercent).toBe(plain(merged['83']));
    expect(quote.availability).toBe('6509' in merged ? 'live' : 'unknown');
    if ('87' in merged) expect(quote.volume).toBe('12200000');
  });

  it.each(recorded('marketdata', /snapshot/).filter(({ rows }) => rows[0]?.['conid'] !== undefined))(
    'what the stream leaves out is taken from a snapshot: $name',
    async ({ rows }) => {
      const [row = {}] = rows;
      const quote = await streamed([], rows);
      expect(quote.last).toBe(plain(row['31']));
      expect(quote.bid).toBe(plain(row['84']));
      expect(quote.changePercent).toBe(plain(row['83']));
      expect(quote.previousClose).toBe(plain(row['7741']));
      const first = String(row['6509']).charAt(0);
      expect(quote.availability).toBe(first === 'D' ? 'delayed' : first === 'Z' ? 'frozen' : 'live');
    },
  );

  it('a volume that cannot be true is not shown', async () => {
    const [wrong] = recorded('marketdata', /87-wrong/);
    const quote = await streamed([{ topic: 'smd+1', conid: 1, '31': '4.10', ...wrong?.rows[0] }]);
    expect([quote.last, quote.volume]).toEqual(['4.10', null]);
  });
});

describe.skipIf(!hasRecordings)('recorded watchlists', () => {
  it.each(recorded('watchlists', /^(GET-.*watchlist-(by-id|200-single)|detail)/))(
    '$name',
    async ({ rows }) => {
      const [wire = {}] = rows;
      const gateway = await connect({ '/iserver/watchlist': wire });
      const list = await createWatchlists(gateway, systemClock).get(String(wire['id']));
      const instruments = wire['instruments'] as ReadonlyArray<Row>;
      expect(list).toMatchObject({
        ok: true,
        value: {
          name: wire['name'],
          version: wire['hash'],
          obstacle: null,
          rows: instruments.map((row) => ({ conid: row['conid'], symbol: row['ticker'], name: row['name'] })),
        },
      });
    },
  );
});

/** What a person would read in the recording: no commas, no percent sign, no mark. */
const plain = (value: unknown): string | null =>
  typeof value !== 'string' && typeof value !== 'number'
    ? null
    : String(value).replaceAll(',', '').replace('%', '').replace(/^[CH]/, '');
