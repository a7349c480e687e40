import {
  abs,
  type Decimal,
  divide,
  multiply,
  compare,
  sign,
  toMultiple,
} from '../../../shared/domain/decimal';
import type { Side } from '../../../shared/domain/order-draft';

export interface PositionPart {
  /** "½"; "All". */
  readonly name: string;
  /** "Half of the position": it names no size, which may be hidden. */
  readonly words: string;
  /** Rounded down to what can be ordered; `null` where that is nothing. */
  readonly quantity: Decimal | null;
}

const parts = [
  { name: '¼', words: 'A quarter', of: '4' },
  { name: '½', words: 'Half', of: '2' },
  { name: '¾', words: 'Three quarters', of: '4', times: '3' },
  { name: 'All', words: 'All', of: '1' },
] as const;

/** Parts of what is held, for an order that takes it away; none where the side would add to it. ORDER_ENTRY §2. */
export function positionParts(held: Decimal | null, side: Side, step: Decimal): ReadonlyArray<PositionPart> {
  if (held === null || sign(held) !== (side === 'SELL' ? 1 : -1)) return [];
  const size = abs(held);
  return parts.map(({ name, words, of, ...more }) => {
    const times = 'times' in more ? more.times : '1';
    const share = divide(multiply(size, times as Decimal), of as Decimal) ?? size;
    // A position may be finer than what can be ordered: all of it is then what can be.
    const quantity = toMultiple(share, step, 'down');
    const exact = compare(quantity, share) === 0;
    return {
      name,
      words: `${words} of the position${exact ? '' : ', rounded down'}`,
      quantity: sign(quantity) > 0 ? quantity : null,
    };
  });
}
