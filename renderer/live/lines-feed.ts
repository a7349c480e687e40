import { useEffect, useState } from 'react';
import type { MarketLines } from '../../shared/domain/quote';
import { watch } from '../ipc/client';

/** How much of the user's market-data lines is used; `null` until main has said it. */
export function useMarketLines(): MarketLines | null {
  const [lines, setLines] = useState<MarketLines | null>(null);
  useEffect(() => watch('marketLines.watch', {}, setLines), []);
  return lines;
}
