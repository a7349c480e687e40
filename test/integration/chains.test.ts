// Seam: a chain is found strike by strike as it is looked at, kept for the day, and asked for once; its contracts are the gateway's.
import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChainContracts, ChainPart } from '../../shared/domain/chain';
import { conidSchema } from '../../shared/domain/ids';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { startGateway, type PracticeGateway } from '../../electron/practice/gateway';
import { type Chains, createChains } from '../../electron/services/chains/chains';
import { openCache, type Cache } from '../../electron/store/open-cache';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';

const apple = conidSchema.parse(265598);
const eminiRoot = conidSchema.parse(11004968);
const hour = 60 * 60_000;

let practice: PracticeGateway;
let gateway: Gateway;
let cache: Cache;
let chains: Chains;
let folder: string;
let nowMs: number;

beforeEach(async () => {
  practice = await startGateway({ seed: 3, penaltyMs: null });
  gateway = createGateway(
    { baseUrl: practice.url, cacertPath: practice.cacert },
    { clock: systemClock, log: silentLog },
  );
  gateway.sessionMachine.start();
  await vi.waitFor(() => expect(gateway.sessionMachine.state().status).toBe('ready'), 10_000);
  folder = mkdtempSync(join(tmpdir(), 'chains-'));
  nowMs = Date.now();
  const clock = { ...systemClock, now: () => nowMs };
  cache = openCache(join(folder, 'cache.sqlite'), clock);
  chains = createChains(gateway, cache, clock);
});
afterEach(async () => {
  gateway.close();
  cache.close();
  await practice.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function firstPart(): Promise<ChainPart> {
  const underlying = await chains.underlying(apple);
  assert(underlying.ok);
  const [chain] = underlying.value.chains;
  const [month = ''] = chain?.months ?? [];
  return { underlying: apple, kind: 'OPT', month, exchange: 'SMART' };
}

describe('the underlying', () => {
  it('is the contract itself, or what an option is written on, with months and exchanges', async () => {
    const stock = await chains.underlying(apple);
    assert(stock.ok);
    expect(stock.value).toMatchObject({ conid: apple, symbol: 'AAPL', currency: 'USD' });
    const [chain] = stock.value.chains;
    expect(chain?.kind).toBe('OPT');
    expect(chain?.exchanges).toContain('SMART');
    const option = await anOption();
    const traced = await chains.underlying(option.conid);
    assert(traced.ok);
    expect(traced.value).toEqual(stock.value);
  });

  it('of a future is its root, with options on it', async () => {
    const found = await chains.futures({ underlying: eminiRoot, symbol: 'ES' });
    assert(found.ok);
    const [front] = found.value.futures;
    assert(front !== undefined);
    const root = await chains.underlying(front.conid);
    assert(root.ok);
    expect(root.value.conid).toBe(eminiRoot);
    expect(root.value.chains.map(({ kind }) => kind)).toContain('FOP');
  });
});

async function anOption() {
  const part = await firstPart();
  const strikes = await chains.strikes({ ...part, renew: false });
  assert(strikes.ok);
  const strike = strikes.value.calls[Math.floor(strikes.value.calls.length / 2)];
  assert(strike !== undefined);
  const [event] = await watched(part, [strike], 1);
  const [contract] = event?.contracts ?? [];
  assert(contract !== undefined);
  return contract;
}

/** What arrives until so many strikes are done or failed. */
async function watched(part: ChainPart, strikes: ReadonlyArray<string>, count: number) {
  const events: ChainContracts[] = [];
  const stop = chains.watchContracts({ ...part, strikes: strikes as ChainContracts['done'] }, (event) =>
    events.push(event),
  );
  await vi.waitFor(
    () => expect(events.flatMap(({ done, failed }) => [...done, ...failed])).toHaveLength(count),
    20_000,
  );
  stop();
  return events;
}

describe('contracts', () => {
  it('come strike by strike, both sides and every day of the month, and are the gateway’s own', async () => {
    const part = await firstPart();
    const strikes = await chains.strikes({ ...part, renew: false });
    assert(strikes.ok);
    const wanted = strikes.value.calls.slice(0, 4);
    const found = (await watched(part, wanted, 4)).flatMap(({ contracts }) => contracts);
    expect(new Set(found.map(({ right }) => right))).toEqual(new Set(['C', 'P']));
    expect(new Set(found.map(({ strike }) => strike))).toEqual(new Set(wanted));
    const raw = await gateway.contracts.securityDefinitionByConid({
      conids: found.map(({ conid }) => conid),
    });
    assert(raw.ok);
    const rows = new Map(raw.value.data.secdef.map((row) => [Number(row.conid), row]));
    for (const { conid, strike, expiry, right } of found)
      expect(rows.get(conid)).toMatchObject({ strike, expiry, putOrCall: right, undConid: apple });
  });

  it('are asked for once a day, shared by two that look, and again the day after', async () => {
    const part = await firstPart();
    const strikes = await chains.strikes({ ...part, renew: false });
    assert(strikes.ok);
    const wanted = strikes.value.calls.slice(0, 2);
    const asked = vi.spyOn(gateway.contracts, 'searchSecdefInfoByConid');
    await Promise.all([watched(part, wanted, 2), watched(part, wanted, 2)]);
    expect(asked).toHaveBeenCalledTimes(4);
    const [kept] = await watched(part, wanted, 2);
    expect(kept?.done).toEqual(wanted);
    expect(asked).toHaveBeenCalledTimes(4);
    nowMs += 13 * hour;
    await watched(part, wanted, 2);
    expect(asked).toHaveBeenCalledTimes(8);
  });

  it('that nobody looks at any more are not asked for', async () => {
    const part = await firstPart();
    const strikes = await chains.strikes({ ...part, renew: false });
    assert(strikes.ok);
    const asked = vi.spyOn(gateway.contracts, 'searchSecdefInfoByConid');
    const events: ChainContracts[] = [];
    const stop = chains.watchContracts({ ...part, strikes: strikes.value.calls }, (event) =>
      events.push(event),
    );
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(0), 10_000);
    stop();
    const then = asked.mock.calls.length;
    // Long enough for a dozen requests at eight a second.
    await watched(part, strikes.value.calls.slice(-1), 1);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(then + 2);
    expect(then).toBeLessThan(strikes.value.calls.length);
  });

  it('that cannot be read say which strike and why, and a second look asks again', async () => {
    const part = await firstPart();
    const strikes = await chains.strikes({ ...part, renew: false });
    assert(strikes.ok);
    const wanted = strikes.value.calls.slice(0, 3);
    await watched(part, wanted.slice(0, 1), 1);
    practice.host.faults.set([
      {
        id: 'no-info',
        match: { path: '/iserver/secdef/info' },
        point: 'before-effect',
        do: { kind: 'status', status: 400, body: { error: 'not today' } },
      },
    ]);
    const events = await watched(part, wanted, 3);
    expect(events.flatMap(({ done }) => done)).toEqual(wanted.slice(0, 1));
    const failed = events.flatMap((event) => event.failed);
    expect(failed.map(({ strike }) => strike).sort()).toEqual(wanted.slice(1).sort());
    for (const { message } of failed) expect(message).not.toBe('');
    practice.host.faults.set([]);
    const again = await watched(part, wanted, 3);
    expect(again.flatMap((event) => event.failed)).toEqual([]);
  });

  it('survive a search by name, which makes IBKR forget the strikes of what was searched', async () => {
    const part = await firstPart();
    // The gateway client mends the first time of a session by itself.
    for (let time = 0; time < 2; time += 1) {
      await gateway.contracts.searchContractBySymbol({ symbol: 'AAPL', name: true });
      const strikes = await chains.strikes({ ...part, renew: true });
      assert(strikes.ok);
      expect(strikes.value.calls.length).toBeGreaterThan(10);
    }
  });
});

describe('futures', () => {
  it('come nearest first with their names, and of another contract of that symbol say so', async () => {
    const found = await chains.futures({ underlying: eminiRoot, symbol: 'ES' });
    assert(found.ok);
    const { futures } = found.value;
    expect(futures.length).toBeGreaterThan(2);
    expect(futures.map(({ expiry }) => expiry)).toEqual([...futures.map(({ expiry }) => expiry)].sort());
    expect(futures[0]).toMatchObject({ symbol: 'ES', multiplier: '50', exchange: 'CME' });
    expect(futures[0]?.localName).toMatch(/^ES[FGHJKMNQUVXZ]\d$/);
    const stranger = await chains.futures({ underlying: apple, symbol: 'ES' });
    assert(stranger.ok);
    expect(stranger.value).toEqual({ futures: [], elsewhere: eminiRoot });
    const none = await chains.futures({ underlying: apple, symbol: 'AAPL' });
    assert(none.ok);
    expect(none.value).toEqual({ futures: [], elsewhere: null });
  });
});
