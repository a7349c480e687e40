import { useQuery } from '@tanstack/react-query';
import type { InstrumentMatch, SearchKind } from '../../../shared/domain/instrument';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useDown, useReady } from '../../live/session-feed';
import type { LinkedInstrument } from '../../state/linked-instrument';
import { assetClassWord } from '../../format/asset-class';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { MatchGrid } from './match-grid';

/** Futures and CFDs on a symbol, and the months of its options. */
export function RelatedView({ conid, symbol }: LinkedInstrument) {
  const ready = useReady();
  const down = useDown();
  const listings = useQuery({ ...contractsQueries.search(symbol), enabled: ready });
  const futures = useQuery({ ...contractsQueries.search(symbol, 'FUT'), enabled: ready });
  const contractsForDifference = useQuery({ ...contractsQueries.search(symbol, 'CFD'), enabled: ready });
  const own = listings.data?.find((match) => match.conid === conid) ?? listings.data?.[0];
  const others = (listings.data ?? []).filter((match) => match.symbol === symbol && match.conid !== conid);
  const months = own?.derivatives.filter(({ months: some }) => some.length > 0) ?? [];
  const related = [...(futures.data ?? []), ...(contractsForDifference.data ?? []), ...others];
  return (
    <DataView
      data={listings.data === undefined || futures.data === undefined ? undefined : related}
      failure={failureOf(listings.error) ?? failureOf(futures.error)}
      onRetry={() => void listings.refetch()}
      stale={false}
      down={down}
      label="Loading related contracts"
    >
      {(matches: ReadonlyArray<InstrumentMatch>) => (
        <>
          {months.map(({ assetClass, months: some }) => (
            <p key={assetClass} className="related-months">
              <span className="field-label">{assetClassWord(assetClass as SearchKind)}s</span> {some.length}{' '}
              months: {some.slice(0, 12).join(' ')}
              {some.length > 12 && ' …'}
            </p>
          ))}
          <MatchGrid
            label="Related contracts"
            matches={matches}
            empty={
              <EmptyState title="Nothing else by this symbol.">
                <p>No futures, CFDs or other listings.</p>
              </EmptyState>
            }
          />
        </>
      )}
    </DataView>
  );
}
