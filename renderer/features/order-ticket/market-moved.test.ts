// Seam: an order is never confirmed against a market that has left the one reviewed.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import type { Quote } from '../../../shared/domain/quote';
import { marketMoved } from './market-moved';

const quote = (bid: string, ask: string): Quote => ({ bid: decimal(bid), ask: decimal(ask) }) as Quote;
const preview = (side: 'BUY' | 'SELL', limit: string | null): OrderPreview =>
  ({
    draft: { side, limitPrice: limit === null ? null : decimal(limit) },
    quote: quote('99.90', '100.00'),
  }) as OrderPreview;

it.each([
  ['BUY', '102.00', quote('99', '101'), false],
  ['BUY', '102.00', quote('96', '97'), true],
  ['BUY', '110.00', quote('96', '97'), false],
  ['SELL', '98.00', quote('103', '104'), true],
  ['BUY', null, quote('103', '104'), true],
  ['BUY', null, quote('90', '91'), false],
  ['SELL', null, quote('90', '91'), true],
  ['BUY', '102.00', null, false],
] as const)('%s at %s', (side, limit, now, moved) => {
  expect(marketMoved(preview(side, limit), now, 3) !== null).toBe(moved);
});
