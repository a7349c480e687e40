// Seam: a size out of proportion is asked about or stopped; what is not known is not checked.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../../shared/domain/ids';
import type { Execution } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import { defaultLimits, type TradingLimits } from '../../../shared/domain/trading-limits';
import { sizeWarnings, type SizeFacts } from './size-warnings';
import { usualSize } from './usual-size';

const conid = conidSchema.parse(1);
const draft: OrderDraft = {
  ...{ accountId: accountIdSchema.parse('DU1'), conid, side: 'BUY', quantity: decimal('100') },
  ...{ orderType: 'LMT', limitPrice: decimal('190'), stopPrice: null, tif: 'DAY', outsideRth: false },
};
const found = (quantity: string, sizes: Partial<SizeFacts>, limits: Partial<TradingLimits> = {}) =>
  sizeWarnings(
    {
      draft: { ...draft, quantity: decimal(quantity) },
      symbol: 'X',
      notional: decimal(String(190 * Number(quantity))),
      sizes: { ownMedian: null, averageVolume: null, ...sizes },
    },
    { ...defaultLimits, ...limits },
  );
const brief = (...args: Parameters<typeof found>) =>
  found(...args).map(({ id, severity }) => `${id}:${severity}`);

it.each<[string, ...Parameters<typeof found>, string[]]>([
  ['nothing known, nothing said', '1000000', {}, {}, []],
  ['five times is usual', '500', { ownMedian: decimal('100') }, {}, []],
  ['more than five is asked', '501', { ownMedian: decimal('100') }, {}, ['size-unusual:soft']],
  ['more than fifty is stopped', '5010', { ownMedian: decimal('100') }, {}, ['size-unusual:hard']],
  ['one percent of the day', '1000', { averageVolume: decimal('100000') }, {}, []],
  ['above it', '1001', { averageVolume: decimal('100000') }, {}, ['size-of-volume:soft']],
  ['above ten', '10001', { averageVolume: decimal('100000') }, {}, ['size-of-volume:hard']],
  ['at the own cap', '500', {}, { quantityHard: decimal('500') }, []],
  ['above the own cap', '500.5', {}, { quantityHard: decimal('500') }, ['size-over-cap:hard']],
])('%s', (_, quantity, sizes, limits, expected) => {
  expect(brief(quantity, sizes, limits)).toEqual(expected);
});

it('asks whether money was typed where units are meant', () => {
  expect(found('1900', { ownMedian: decimal('100') })[0]?.text).toContain('1900 would buy 10');
});

const fill = (orderId: string, quantity: string, of = conid): Execution => ({
  ...{ executionId: `${orderId}.${quantity}.01`, orderRef: null, orderId, accountId: 'DU1', conid: of },
  ...{ symbol: 'X', side: 'B', quantity: decimal(quantity), price: null, commission: null, netAmount: null },
  ...{ exchange: null, timeMs: 0 },
});

it('the usual size is the median of whole orders, and none without a habit', () => {
  expect(usualSize([fill('1', '100'), fill('2', '100')], conid)).toBeNull();
  const fills = [fill('1', '40'), fill('1', '60'), fill('2', '100'), fill('3', '900'), fill('4', '200')];
  expect(usualSize([...fills, fill('5', '1', conidSchema.parse(2))], conid)).toBe('150');
});
