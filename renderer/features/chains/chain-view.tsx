import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Chain, ChainPart, ChainUnderlying } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { failureOf } from '../../ipc/client';
import { chainsQueries } from '../../ipc/chains-queries';
import { useDown, useReady, useStreaming } from '../../live/session-feed';
import { useQuoteStream } from '../../live/quote-store';
import { useChainView } from '../../state/chain-view';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { ChainBar } from './chain-bar';
import { chainLines, classesOf, strikesOf, strikesWithin } from './chain-lines';
import { daysOf, expiryChoices } from './expiries';
import { ExpiryStrip } from './expiry-strip';
import { TradableChain } from './tradable-chain';
import { useChainContracts } from './use-chain-contracts';
import { useSpot } from './use-spot';

const settleMs = 150;
/** Lines of market data are shared by all panels: a chain takes those of so many strikes at most. */
const mostStreaming = 36;
const core: ReadonlySet<string> = new Set([
  'bid',
  'ask',
  'last',
  'changePercent',
  'volume',
  'bidSize',
  'askSize',
]);
const noDays: ReadonlyMap<string, ReadonlyArray<string>> = new Map();

/** One chain of an underlying: its days in a line, below them strikes and contracts, found as they come into sight. */
export function ChainView({
  underlying,
  chain,
}: {
  readonly underlying: ChainUnderlying;
  readonly chain: Chain;
}) {
  const ready = useReady();
  const down = useDown();
  const streaming = useStreaming();
  const { figures, range } = useChainView();
  const { spot, settled } = useSpot(underlying.conid);
  const [wanted, setWanted] = useState<{ month: string; expiry: string | null }>({
    month: chain.months[0] ?? '',
    expiry: null,
  });
  const [tradingClass, setTradingClass] = useState<string | null>(null);
  const [days, setDays] = useState(noDays);
  const [attempt, setAttempt] = useState(0);
  const exchange = chain.exchanges.includes('SMART') ? 'SMART' : (chain.exchanges[0] ?? 'SMART');
  const part: ChainPart = { underlying: underlying.conid, kind: chain.kind, month: wanted.month, exchange };
  const strikesQuery = useQuery({ ...chainsQueries.strikes(part), enabled: ready });

  const all = useMemo(
    () => (strikesQuery.data === undefined ? [] : strikesOf(strikesQuery.data)),
    [strikesQuery.data],
  );
  const inRange = strikesWithin(all, spot, range);
  const [sight, setSight] = useState<ReadonlyArray<Decimal>>([]);
  const [looked] = useDebouncedValue(sight, settleMs);
  const { contracts, failed } = useChainContracts(
    part,
    ready ? looked.filter((one) => all.includes(one)) : [],
    attempt,
  );

  const found = daysOf([...contracts.values()].flat());
  const known = days.get(wanted.month);
  if (found.length > (known?.length ?? 0)) setDays(new Map([...days, [wanted.month, found]]));
  const choices = expiryChoices(chain, days);
  const expiry = wanted.expiry ?? choices.find(({ month }) => month === wanted.month)?.expiry ?? null;
  const classes = classesOf(contracts.values(), expiry);
  const own = classes.includes(tradingClass ?? '') ? tradingClass : null;
  const lines = chainLines(inRange, contracts, { expiry, tradingClass: own }, spot);

  // Another array only when other strikes are in sight: a tick is no reason to look anything up.
  const onVisible = useCallback(
    (seen: ReadonlyArray<Decimal>) =>
      setSight((before) => (before.join(',') === seen.join(',') ? before : seen)),
    [],
  );
  const near = new Set(looked.slice(0, mostStreaming));
  const streamed = lines
    .filter((line) => line.kind === 'strike')
    .filter(({ strike }) => near.has(strike))
    .flatMap(({ call, put }) => [call, put].flatMap((one) => one?.conid ?? []));
  useQuoteStream(
    streamed,
    figures.filter((figure) => !core.has(figure)),
  );

  const open = looked.filter((strike) => !contracts.has(strike) && !failed.has(strike)).length;
  const multipliers = [...contracts.values()].flat().flatMap(({ multiplier }) => multiplier ?? []);
  return (
    <>
      <ExpiryStrip choices={choices} chosen={{ month: wanted.month, expiry }} onChoose={setWanted} />
      <ChainBar
        multiplier={multipliers[0] ?? null}
        exchange={exchange}
        classes={classes}
        tradingClass={own}
        onClass={setTradingClass}
        asOfMs={strikesQuery.data?.asOfMs ?? null}
        progress={{ done: looked.length - open, of: looked.length, failed: failed.size }}
        onRetry={() => setAttempt(attempt + 1)}
        conids={streamed}
      />
      <DataView
        data={strikesQuery.data}
        failure={failureOf(strikesQuery.error)}
        onRetry={() => void strikesQuery.refetch()}
        stale={!streaming}
        down={down}
        rows={12}
        label="Loading the strikes"
      >
        {() =>
          !settled ? (
            <Skeleton rows={12} label="Waiting for the price" />
          ) : lines.every(({ kind }) => kind === 'spot') ? (
            <EmptyState
              title={all.length === 0 ? 'IBKR lists no strikes here.' : 'No strikes in this range.'}
            >
              <p>{all.length === 0 ? 'Choose another day.' : 'Choose a wider range or another day.'}</p>
            </EmptyState>
          ) : (
            <TradableChain
              underlying={underlying}
              lines={lines}
              figures={figures}
              spot={spot}
              expiry={expiry}
              centreKey={`${wanted.month} ${range}`}
              onVisible={onVisible}
            />
          )
        }
      </DataView>
    </>
  );
}
