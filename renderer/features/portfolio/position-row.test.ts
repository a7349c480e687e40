// Seam: a row of holdings under a live price; an unknown part makes an unknown figure, and pence are no pounds.
import { describe, expect, it } from 'vitest';
import { decimal, toFixed, type Decimal } from '../../../shared/domain/decimal';
import type { Execution } from '../../../shared/domain/order';
import type { Position } from '../../../shared/domain/position';
import type { Quote } from '../../../shared/domain/quote';
import { percentOf } from '../../format/percent-of';
import { dayPercent, gainPercent, positionRow, todaysExecutions } from './position-row';

const position = (over: Partial<Position> = {}): Position =>
  ({
    ...{ conid: 1, assetClass: 'STK', priceMagnification: decimal('1'), multiplier: null },
    ...{ quantity: decimal('10'), marketPrice: decimal('100'), marketValue: decimal('1000') },
    ...{ unrealizedPnl: decimal('50'), origin: 'near-real-time' },
    ...over,
  }) as Position;
const quote = (over: Partial<Quote>): Quote =>
  ({ availability: 'live', lastMark: null, last: null, previousClose: null, asOfMs: 9, ...over }) as Quote;
const row = (own: Position, live: Quote | null, executions: ReadonlyArray<Execution> | null = []) =>
  positionRow(own, live, executions, decimal('1.5'), 1);
const two = (value: Decimal | null): string | null => (value === null ? null : toFixed(value, 2));

describe('a live price', () => {
  it('carries value and gain on, in both currencies', () => {
    const shown = row(position(), quote({ last: decimal('101') }));
    expect(shown).toMatchObject({
      marketValue: '1010',
      marketValueBase: '1515',
      unrealizedPnl: '60',
      liveMs: 9,
    });
  });

  it('in pence is a hundredth of a pound', () => {
    const pence = position({ priceMagnification: decimal('100') });
    expect(row(pence, quote({ last: decimal('10100') })).marketValue).toBe('1010');
  });

  it('older than IBKR’s list is no news', () => {
    const stale = positionRow(position(), quote({ last: decimal('101') }), [], decimal('1.5'), 5_000);
    expect(stale).toMatchObject({ marketValue: '1000', liveMs: null });
  });

  it('of a stream that broke off leaves IBKR’s mark; the prior close and the day stay known', () => {
    const broken = positionRow(
      position(),
      quote({ last: decimal('120'), previousClose: decimal('98') }),
      [],
      decimal('1.5'),
      1,
      false,
    );
    expect(broken).toMatchObject({ marketValue: '1000', liveMs: null, previousClose: '98' });
    expect(two(broken.dayPnl)).toBe('20.00');
  });

  it.each([
    ['of something else', position(), quote({ last: decimal('10100') })],
    ['delayed', position(), quote({ last: decimal('101'), availability: 'delayed' })],
    ['only the close', position(), quote({ last: decimal('101'), lastMark: 'close' })],
    ['of a contract of unknown size', position({ assetClass: 'OPT' }), quote({ last: decimal('101') })],
  ])('%s leaves IBKR’s mark', (_what, own, live) => {
    expect(row(own, live)).toMatchObject({ marketValue: '1000', liveMs: null });
  });
});

describe('the day’s result', () => {
  const closed = quote({ last: decimal('101'), previousClose: decimal('98') });
  const bought = (over: Partial<Execution>): Execution =>
    ({
      ...{ conid: 1, side: 'BUY', quantity: decimal('4'), price: decimal('99'), commission: decimal('1') },
      ...over,
    }) as Execution;

  it('is the move since the prior close', () => {
    expect(two(row(position(), closed).dayPnl)).toBe('30.00');
    expect(two(row(position(), closed).dayPnlBase)).toBe('45.00');
    expect(two(row(position(), closed).dayPercent)).toBe('3.06');
  });

  it('counts what was bought today from its own price, commission included', () => {
    // 6 shares from 98, 4 from 99, less 1 commission.
    expect(two(row(position(), closed, [bought({})]).dayPnl)).toBe('25.00');
    expect(two(row(position(), closed, [bought({ side: 'S' })]).dayPnl)).toBe('33.00');
  });

  it('stays unknown with its parts', () => {
    expect(row(position(), quote({ last: decimal('101') })).dayPnl).toBeNull();
    expect(row(position(), closed, null).dayPnl).toBeNull();
    expect(row(position(), closed, [bought({ commission: null })]).dayPnl).toBeNull();
    expect(row(position(), null).dayPnl).toBeNull();
  });

  it('is unknown while pence may be taken for pounds, but an option may move threefold', () => {
    const far = quote({ last: decimal('9900'), previousClose: decimal('9800') });
    expect(row(position(), far)).toMatchObject({ dayPnl: null, dayPercent: null, previousClose: null });
    const option = position({ assetClass: 'OPT', multiplier: decimal('100') });
    expect(row(option, quote({ previousClose: decimal('20') })).dayPnl).not.toBeNull();
  });

  it('begins at midnight in New York', () => {
    const at = (iso: string): Execution => bought({ timeMs: Date.parse(iso) });
    const executions = [at('2026-11-20T04:59:00Z'), at('2026-11-20T05:01:00Z')];
    expect(todaysExecutions(executions, Date.parse('2026-11-20T20:00:00Z'))).toEqual([executions[1]]);
  });
});

it('measures the gain against the cost', () => {
  const gain = (marketValue: string | null, unrealizedPnl: string | null): string | null =>
    two(
      gainPercent({
        marketValue: marketValue === null ? null : decimal(marketValue),
        unrealizedPnl: unrealizedPnl === null ? null : decimal(unrealizedPnl),
      }),
    );
  expect(gain('1100', '100')).toBe('10.00');
  expect(gain('-900', '100')).toBe('10.00');
  expect(gain('-1100', '-100')).toBe('-10.00');
  expect(gain(null, '100')).toBeNull();
  expect(gain('100', '100')).toBeNull();
  expect(percentOf(decimal('1'), null)).toBeNull();
});

it('measures the day against the day before', () => {
  expect(two(dayPercent(decimal('100'), decimal('10100')))).toBe('1.00');
});
