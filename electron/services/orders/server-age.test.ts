// Seam: a price's age is told by the server's stamp, and never made up by a wrong system clock.
import { expect, it } from 'vitest';
import { createManualClock } from '../../support/manual-clock';
import { createServerAge } from './server-age';

it('counts from the freshest row, whatever this computer takes for the time', async () => {
  const clock = createManualClock();
  const updatedAt = createServerAge(clock);
  const serverMs = clock.now() - 3_600_000;
  const age = (updated: unknown) => clock.now() - updatedAt(updated);
  expect(age(serverMs), 'an hour behind is a wrong clock, not an old price').toBe(0);
  expect(age(serverMs - 7_000)).toBe(7_000);
  await clock.advance(61_000);
  expect(age(serverMs), 'the same row a minute later').toBe(61_000);
  clock.shiftWall(7_200_000);
  expect(age(serverMs), 'a corrected system time ages nothing').toBe(61_000);
  expect(age(serverMs + 61_000), 'a new row').toBe(0);
});

it('a row that does not say when it was updated is as fresh as its arrival', () => {
  const clock = createManualClock();
  const updatedAt = createServerAge(clock);
  for (const nothing of [undefined, null, '', 'soon', Number.NaN])
    expect(updatedAt(nothing)).toBe(clock.now());
});
