import type { AccountId, Conid } from '../../../shared/domain/ids';
import type { PriceLadder } from '../../../shared/domain/price-ladder';
import { compare, toDecimal } from '../../../shared/domain/decimal';
import type { Gateway } from '../../gateway/gateway';
import { recordOf, recordsOf, textOf } from '../wire-record';
import { magnitude, plainNumber } from './field-value';

/** Streams one contract's price ladder; `sbd` counts by account, and IBKR keeps one per account. */
export function watchLadder(
  { socket }: Pick<Gateway, 'socket'>,
  { accountId, conid }: { readonly accountId: AccountId; readonly conid: Conid },
  emit: (ladder: PriceLadder) => void,
): () => void {
  return socket.subscribe({ topic: 'sbd', accountId, conid }, (update) => {
    if (update.kind === 'data') emit(toLadder(conid, update.all[0], update.receivedMs));
    else if (update.kind === 'refused')
      emit({ conid, rows: [], refusal: update.message.slice(0, 200), asOfMs: 0 });
  });
}

/** A row that only marks the last price repeats it as `"190.25 × 100"` in some builds: the price leads. */
export function toLadder(conid: Conid, frame: unknown, asOfMs: number): PriceLadder {
  const rows = recordsOf(recordOf(frame)['data']).flatMap((row) => {
    const price = plainNumber(textOf(row['price'])?.split(/\s/)[0]);
    if (price === null) return [];
    return [
      {
        price,
        bidSize: sizeOf(row['bid']),
        askSize: sizeOf(row['ask']),
        isLast: toDecimal(row['focus']) === '1' || row['focus'] === true,
      },
    ];
  });
  return { conid, rows: rows.sort((a, b) => compare(b.price, a.price)), refusal: null, asOfMs };
}

const sizeOf = (value: unknown) => {
  const size = magnitude(value);
  return size === '0' ? null : size;
};
