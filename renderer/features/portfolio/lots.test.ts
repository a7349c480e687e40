// Seam: lots only where the recorded trades explain the whole holding, oldest sold first.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { lotsOf } from './lots';

const trade = (timeMs: number, quantity: string | null, price = '10') => ({
  timeMs,
  quantity: quantity === null ? null : decimal(quantity),
  price: decimal(price),
});
const lots = (held: string, ...trades: ReadonlyArray<ReturnType<typeof trade>>) =>
  lotsOf(trades, decimal(held))?.map(({ openedMs, quantity, price }) => [openedMs, quantity, price]) ?? null;

it('sells the oldest first, in whatever order the trades are told', () => {
  expect(lots('7', trade(3, '-3'), trade(2, '6', '12'), trade(1, '4', '11'))).toEqual([
    [1, '1', '11'],
    [2, '6', '12'],
  ]);
});

it('eats through several lots at once', () => {
  expect(lots('3', trade(1, '4'), trade(2, '6', '12'), trade(3, '2', '13'), trade(4, '-9'))).toEqual([
    [2, '1', '12'],
    [3, '2', '13'],
  ]);
});

it('turns a long into a short', () => {
  expect(lots('-2', trade(1, '3'), trade(2, '-5', '9'))).toEqual([[2, '-2', '9']]);
});

it('begins anew where nothing was held, whatever came before', () => {
  expect(lots('5', trade(1, '99'), trade(2, '-99'), trade(3, '5', '8'))).toEqual([[3, '5', '8']]);
});

it('names no lot of a holding that the trades do not explain', () => {
  expect(lots('5', trade(1, '4'))).toBeNull();
  expect(lots('5', trade(1, '3'), trade(2, null), trade(3, '2'))).toBeNull();
  expect(lots('5')).toBeNull();
});

it('nothing held is no lots', () => {
  expect(lots('0', trade(1, '4'))).toEqual([]);
});
