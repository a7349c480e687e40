// Seam: pages of a hundred from a real server: one that fails is passed over, the others are read, it is tried again.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountIdSchema } from '../../shared/domain/ids';
import type { Gateway } from '../../electron/gateway/gateway';
import { createPositionPages } from '../../electron/services/portfolio/position-pages';
import { clientOf } from '../support/gateway-client';
import { createManualClock } from '../support/manual-clock';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

const account = accountIdSchema.parse('DU1234567');
const rowsOf = (page: number): object[] =>
  Array.from({ length: page < 3 ? 100 : page === 3 ? 7 : 0 }, (_, index) => ({
    ...{ conid: 1 + page * 100 + index, position: 1, ticker: `T${page * 100 + index}` },
  }));

let server: ScriptedGateway;
let gateway: Gateway;
let failing: ReadonlySet<number> = new Set();
beforeEach(async () => {
  server = await startScriptedGateway();
  server.answer = ({ path }) => {
    const page = /\/positions\/(\d+)$/.exec(path)?.[1];
    if (page === undefined) return { json: [] };
    return failing.has(Number(page))
      ? { status: 503, json: { error: 'Service Unavailable' } }
      : { json: rowsOf(Number(page)) };
  };
  gateway = clientOf(server);
});
afterEach(async () => {
  gateway.close();
  await server.close();
});

it.each([0, 2, 3])('page %i failing leaves the other pages read, and returns', async (broken) => {
  failing = new Set([broken]);
  const clock = createManualClock();
  const pages = createPositionPages(gateway, clock, account, null);
  await pages.wanted({ now: false, unknownConids: false });
  await expect.poll(() => pages.reading(), { timeout: 20_000 }).toBe(false);
  expect([...pages.failed().keys()]).toEqual([broken]);
  expect(pages.rows().size).toBe(307 - rowsOf(broken).length);
  expect([pages.complete(), pages.has(broken), pages.has(1)]).toEqual([false, false, true]);

  failing = new Set();
  await clock.pass(20_000);
  await pages.wanted({ now: false, unknownConids: false });
  await expect.poll(() => pages.reading(), { timeout: 20_000 }).toBe(false);
  expect(pages.rows().size).toBe(307);
  expect(pages.complete()).toBe(true);
});
