// Seam: IBKR answers once in 15 minutes whatever is asked; what it said is kept over restarts and dated.
import { expect, it } from 'vitest';
import { accountIdSchema } from '../../../shared/domain/ids';
import { err, ok } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import { gatewayError } from '../../gateway/gateway-error';
import { openCache } from '../../store/open-cache';
import { createManualClock } from '../../support/manual-clock';
import { createPerformance } from './performance';

const [first, second] = ['DU1', 'DU2'].map((id) => accountIdSchema.parse(id)) as [never, never];
const minute = 60_000;

/** Not the gateway itself: a line that counts what would have gone out over it. */
function setUp() {
  const clock = createManualClock(Date.UTC(2026, 2, 3));
  const cache = openCache(':memory:', clock);
  const asked: string[] = [];
  let works = true;
  const answer = (ids: string[], data: (id: string) => object) =>
    works
      ? ok({ data: Object.assign({}, ...ids.map((id) => data(id))) as never, request: { url: '' } })
      : err(gatewayError('timeout', { message: 'No answer.' }));
  const portfolio = {
    allPeriods: async ({ accountIds }: { accountIds: string[] }) => {
      asked.push(`all ${accountIds.join()}`);
      return answer(accountIds, (id) => ({
        [id]: { '1Y': { dates: ['20260302'], nav: [asked.length], cps: [0.1] }, baseCurrency: 'USD' },
      }));
    },
    accountPerformance: async ({ accountIds }: { accountIds: string[] }) => {
      asked.push(`one ${accountIds.join()}`);
      return answer(accountIds, (id) => ({
        nav: { dates: ['20260302'], data: [{ id, navs: [1], baseCurrency: 'USD' }] },
        cps: { dates: ['20260302'], data: [{ id, returns: [0.2] }] },
      }));
    },
  };
  const start = () => createPerformance({ portfolio } as unknown as Pick<Gateway, 'portfolio'>, cache, clock);
  return { clock, asked, start, breaks: (broken: boolean) => (works = !broken) };
}

it('asks once in a quarter of an hour, restarts included', async () => {
  const { clock, asked, start } = setUp();
  const service = start();
  const read = await Promise.all([service.read([first]), service.read([first])]);
  expect(read.every((each) => each.ok)).toBe(true);
  await clock.advance(14 * minute);
  const again = await start().read([first]);
  expect(asked).toEqual(['all DU1']);
  expect(again).toMatchObject({
    ok: true,
    value: { asOfMs: Date.UTC(2026, 2, 3), nextMs: Date.UTC(2026, 2, 3) + 15 * minute },
  });
  await clock.advance(2 * minute);
  await start().read([first]);
  expect(asked).toEqual(['all DU1', 'all DU1']);
});

it('reads a second account from the other endpoint, and a third not at all', async () => {
  const { asked, start } = setUp();
  const service = start();
  await service.read([first]);
  const other = await service.read([second]);
  expect(asked).toEqual(['all DU1', 'one DU2']);
  expect(other.ok && other.value.periods[0]?.points[0]?.cumulativeReturn).toBe('0.2');
  const third = await service.read([accountIdSchema.parse('DU3')]);
  expect(asked).toHaveLength(2);
  expect(third).toMatchObject({
    ok: false,
    error: { code: 'pacing', message: expect.stringContaining('15 min') as string },
  });
});

it('adds up accounts whose copies are there without asking', async () => {
  const { asked, start } = setUp();
  const service = start();
  await service.read([first]);
  await service.read([second]);
  const both = await service.read([first, second]);
  expect(asked).toHaveLength(2);
  expect(both.ok && both.value.periods[0]?.points[0]?.nav).toBe('2');
});

it('shows the last answer with its age when IBKR does not answer', async () => {
  const { clock, start, breaks } = setUp();
  await start().read([first]);
  await clock.advance(20 * minute);
  breaks(true);
  const stale = await start().read([first]);
  expect(stale).toMatchObject({
    ok: true,
    value: { asOfMs: Date.UTC(2026, 2, 3), remarks: ['No answer. Shown is the last answer.'] },
  });
});
