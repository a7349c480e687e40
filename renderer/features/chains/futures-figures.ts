import type { Future } from '../../../shared/domain/chain';
import { compare, type Decimal, subtract } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Quote } from '../../../shared/domain/quote';

type Quotes = ReadonlyMap<Conid, Quote>;

/** How much dearer it is than the front month; unknown without both prices. */
export function spreadToFront(future: Future, front: Future | undefined, quotes: Quotes): Decimal | null {
  if (front === undefined || front.conid === future.conid) return null;
  const [own, first] = [quotes.get(future.conid)?.last, quotes.get(front.conid)?.last];
  return own == null || first == null ? null : subtract(own, first);
}

/** Where most is traded today: the contract a continuous series would follow. Unknown until every volume is. */
export function mostActive(futures: ReadonlyArray<Future>, quotes: Quotes): Conid | null {
  const volumes = futures.map(({ conid }) => ({ conid, volume: quotes.get(conid)?.volume ?? null }));
  let best: { readonly conid: Conid; readonly volume: Decimal } | null = null;
  for (const { conid, volume } of volumes) {
    if (volume === null) return null;
    if (best === null || compare(volume, best.volume) > 0) best = { conid, volume };
  }
  return best?.conid ?? null;
}
