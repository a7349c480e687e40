import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';
import { useReady } from '../../live/session-feed';
import { useInstrument } from '../../state/linked-instrument';
import { benchmarkOf } from './benchmark';
import type { ShownPeriod } from './periods';

/** SPDR S&P 500 ETF; its conid is in every recording of IBKR's. */
const spy = { conid: 756733 as Conid, symbol: 'SPY' };

/** The longest period shown is a year; a month more so that its first day has a close before it. */
const tradingDays = 275;

export interface Benchmark {
  /** The chosen conid as text; empty for none. */
  readonly chosen: string;
  readonly choose: (value: string) => void;
  readonly options: ReadonlyArray<{ readonly value: string; readonly text: string }>;
  readonly name: string | null;
  /** Along the period's days; `null` while there is nothing to compare with. */
  readonly along: (period: ShownPeriod) => ReadonlyArray<Decimal | null> | null;
  readonly failed: boolean;
}

/**
 * What the account is compared with: nothing, SPY, or the instrument this panel is linked to, which can be anything
 * the search finds. Its bars are asked for only once it is chosen.
 */
export function useBenchmark(): Benchmark {
  const ready = useReady();
  const linked = useInstrument();
  const known = linked === null || linked.conid === spy.conid ? [spy] : [spy, linked];
  const [chosen, setChosen] = useState<{ conid: Conid; symbol: string } | null>(null);
  const bars = useQuery({
    queryKey: ['performance-benchmark', chosen?.conid],
    queryFn: () =>
      call('history.newest', {
        series: { conid: chosen?.conid ?? spy.conid, bar: '1d', outsideRth: false, source: 'trades' },
        count: tradingDays,
      }),
    enabled: ready && chosen !== null,
    staleTime: 60 * 60_000,
  });
  const offered =
    chosen === null || known.some((each) => each.conid === chosen.conid) ? known : [...known, chosen];
  return {
    chosen: chosen === null ? '' : String(chosen.conid),
    choose: (value: string): void => setChosen(offered.find((each) => String(each.conid) === value) ?? null),
    options: [
      { value: '', text: 'No benchmark' },
      ...offered.map((each) => ({ value: String(each.conid), text: each.symbol })),
    ],
    name: chosen?.symbol ?? null,
    along: (period: ShownPeriod) =>
      chosen === null || bars.data === undefined ? null : benchmarkOf(bars.data.bars, period),
    failed: bars.isError,
  };
}
