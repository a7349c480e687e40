// Promise to the client's pacing: the documented limits are kept, with an honest record of who broke them.
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { createPacing } from './pacing';

const start = () => {
  const clock = createClock({ startMs: 0, manual: true });
  return { clock, pacing: createPacing(clock, 600_000) };
};

describe('pacing', () => {
  it('lets ten requests a second through for ever', () => {
    const { clock, pacing } = start();
    for (let i = 0; i < 200; i++) {
      expect(pacing.check('GET', '/iserver/contract/1/info', '')).toBe('fine');
      clock.advance(100);
    }
  });

  it('puts a flood into the penalty box for ten minutes', () => {
    const { clock, pacing } = start();
    const verdicts = Array.from({ length: 14 }, () => pacing.check('GET', '/x', ''));
    expect(verdicts.slice(0, 12).every((verdict) => verdict === 'fine')).toBe(true);
    expect(verdicts.slice(12)).toEqual([{ violated: 'global 10/s' }, { violated: 'penalty box' }]);
    clock.advance(599_000);
    expect(pacing.check('GET', '/x', '')).toEqual({ violated: 'penalty box' });
    clock.advance(2000);
    expect(pacing.check('GET', '/x', '')).toBe('fine');
  });

  it('lets the order list be read twice, then once per five seconds', () => {
    const { clock, pacing } = start();
    const read = () => pacing.check('GET', '/iserver/account/orders', '');
    expect([read(), read(), read()]).toEqual(['fine', 'fine', { violated: 'orders 1/5s' }]);
    clock.advance(5000);
    expect(read()).toBe('fine');
  });

  it('counts portfolio analyst requests per question', () => {
    const { pacing } = start();
    expect(pacing.check('POST', '/pa/performance', '{"period":"1D"}')).toBe('fine');
    expect(pacing.check('POST', '/pa/performance', '{"period":"1Y"}')).toBe('fine');
    expect(pacing.check('POST', '/pa/performance', '{"period":"1D"}')).toEqual({
      violated: 'pa performance 1/15min',
    });
  });
});

it('forgives what led into the penalty box when it is released', () => {
  const clock = createClock({ startMs: 0, manual: true });
  const pacing = createPacing(clock, 600_000);
  for (let i = 0; i < 15; i++) pacing.check('GET', '/x', '');
  pacing.release();
  expect(pacing.check('GET', '/x', '')).toBe('fine');
});
