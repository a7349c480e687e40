// Promise to charts and books: a share falls by its dividend on the ex-date, in quotes and in bars of every size alike.
import { describe, expect, it } from 'vitest';
import { createClock } from '../clock';
import { testStartMs } from '../testing/test-gateway';
import { createCatalogue } from './catalogue';
import { dividendPolicies } from './catalogue/dividends';
import { dividendsAround } from './dividends';
import { createMarket } from './market';
import { mergeBars } from './quote';
import { incrementAt } from './ticks';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const clock = createClock({ startMs: testStartMs, manual: true });
const market = createMarket(7, clock, createCatalogue(clock.now()), 'always');

/** Dividends of the past year that went ex while the venue was trading: no weekend in between. */
const past = [...dividendPolicies.keys()].flatMap((conid) => {
  const instrument = market.catalogue.byConid(conid);
  if (instrument === undefined) return [];
  return dividendsAround(market, instrument, testStartMs).filter(
    ({ exMs }) => exMs < testStartMs && market.calendarOf(instrument).sessionAt(exMs - 1).closeMs === exMs,
  );
});

describe('on an ex-date', () => {
  it('every payer falls by what it pays', () => {
    expect(past.length).toBeGreaterThan(60);
    for (const { instrument, perUnit, exMs } of past) {
      const [before, after] = [market.quote(instrument, exMs - 1), market.quote(instrument, exMs)];
      const paid = Number(perUnit.toFixed()) * instrument.magnifier;
      // A tenth of a second of trading and the rounding of both prices and the dividend.
      const slack =
        2 * incrementAt(instrument.increments, before.last) +
        before.last * 0.0004 +
        0.5 * instrument.magnifier * (instrument.currency === 'JPY' ? 1 : 0.01);
      expect(Math.abs(before.last - after.last - paid), `${instrument.symbol} ${paid}`).toBeLessThan(slack);
    }
  });

  it('the day before ends with the dividend, the ex-date begins without it, and bars over both are their join', () => {
    for (const { instrument, exMs } of past.slice(0, 20)) {
      const bar = (fromMs: number, toMs: number) => {
        const found = market.bar(instrument, fromMs, toMs);
        if (found === null) throw new Error('no bar');
        return found;
      };
      const [eve, day] = [bar(exMs - dayMs, exMs), bar(exMs, exMs + dayMs)];
      expect(day.open).toBe(market.quote(instrument, exMs).last);
      const hours = Array.from({ length: 48 }, (_, i) =>
        bar(exMs - dayMs + i * hourMs, exMs - dayMs + (i + 1) * hourMs),
      );
      expect(mergeBars(hours.slice(0, 24))).toEqual({ ...eve });
      expect(bar(exMs - dayMs, exMs + dayMs)).toEqual(mergeBars([eve, day]));
      expect(bar(exMs - hourMs, exMs + hourMs)).toEqual(mergeBars(hours.slice(23, 25)));
    }
  });
});
