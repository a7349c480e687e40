import { useQuery } from '@tanstack/react-query';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { assetClassWord } from '../../format/asset-class';
import { failureOf } from '../../ipc/client';
import { chainsQueries } from '../../ipc/chains-queries';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useDown, useReady } from '../../live/session-feed';
import type { LinkedInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { MatchGrid } from './match-grid';

/** The chains of a contract, or of what it is written on; its futures, CFDs and other listings. */
export function RelatedView({ conid }: LinkedInstrument) {
  const ready = useReady();
  const down = useDown();
  const root = useQuery({ ...chainsQueries.underlying(conid), enabled: ready });
  const symbol = root.data?.symbol ?? '';
  const enabled = ready && symbol !== '';
  const listings = useQuery({ ...contractsQueries.search(symbol), enabled });
  const futures = useQuery({ ...contractsQueries.search(symbol, 'FUT'), enabled });
  const contractsForDifference = useQuery({ ...contractsQueries.search(symbol, 'CFD'), enabled });
  const others = (listings.data ?? []).filter((match) => match.symbol === symbol && match.conid !== conid);
  const related = [...(futures.data ?? []), ...(contractsForDifference.data ?? []), ...others];
  const hasFutures = futures.data !== undefined && futures.data.length > 0;
  return (
    <DataView
      data={listings.data === undefined || futures.data === undefined ? undefined : related}
      failure={failureOf(root.error) ?? failureOf(listings.error) ?? failureOf(futures.error)}
      onRetry={() => void (root.isError ? root.refetch() : listings.refetch())}
      stale={false}
      down={down}
      label="Loading related contracts"
    >
      {(matches: ReadonlyArray<InstrumentMatch>) => (
        <>
          {root.data?.chains.map(({ kind, months }) => (
            <p key={kind} className="related-months">
              <span>
                <span className="field-label">
                  {assetClassWord(kind)}s on {symbol}
                </span>{' '}
                {months.length} months: {months.slice(0, 12).join(' ')}
                {months.length > 12 && ' …'}
              </span>
              <button type="button" className="button button-small" onClick={() => showPanel('options')}>
                Open the chain
              </button>
            </p>
          ))}
          {hasFutures && (
            <p className="related-months">
              <span>
                <span className="field-label">futures called {symbol}</span> {futures.data.length} months
              </span>
              <button type="button" className="button button-small" onClick={() => showPanel('futures')}>
                Open the futures
              </button>
            </p>
          )}
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
