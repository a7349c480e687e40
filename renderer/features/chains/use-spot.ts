import { useEffect, useState } from 'react';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { useQuote, useQuoteStream } from '../../live/quote-store';

/** How long a chain waits for the price it is arranged around. */
const patienceMs = 1_500;

/** The underlying's price now; `settled` once it is known, or was waited for long enough. */
export function useSpot(conid: Conid): { readonly spot: Decimal | null; readonly settled: boolean } {
  useQuoteStream([conid]);
  const quote = useQuote(conid);
  const [waited, setWaited] = useState<Conid | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(conid), patienceMs);
    return () => clearTimeout(timer);
  }, [conid]);
  const spot = quote?.last ?? quote?.previousClose ?? null;
  return { spot, settled: spot !== null || waited === conid };
}
