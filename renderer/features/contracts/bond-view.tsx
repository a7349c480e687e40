import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useDown, useReady } from '../../live/session-feed';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { SelectInput } from '../../ui/select-input';
import { type BondChoice, bondColumns, chosenBonds } from './bond-filter';
import { MatchGrid } from './match-grid';

const understood: ReadonlySet<number> = new Set(Object.values(bondColumns));

/** Bonds by who owes them: the issuers a text finds, then what their bonds can be narrowed by. */
export function BondView({ text }: { readonly text: string }) {
  const ready = useReady();
  const down = useDown();
  const issuers = useQuery({ ...contractsQueries.bondIssuers(text), enabled: ready });
  const [wanted, setWanted] = useState('');
  const [choice, setChoice] = useState<BondChoice>({});
  const issuer = issuers.data?.find(({ issuerId }) => issuerId === wanted) ?? issuers.data?.[0];
  const enabled = ready && issuer !== undefined;
  const filters = useQuery({ ...contractsQueries.bondFilters(issuer?.issuerId ?? '-'), enabled });
  const bonds = useQuery({ ...contractsQueries.bonds(issuer?.issuerId ?? '-'), enabled });
  const shown = chosenBonds(bonds.data ?? [], choice);
  return (
    <DataView
      data={issuers.data}
      failure={failureOf(issuers.error)}
      onRetry={() => void issuers.refetch()}
      stale={false}
      down={down}
      label="Looking for issuers"
    >
      {(found) =>
        issuer === undefined ? (
          <EmptyState title={`No issuer by “${text}”.`}>
            <p>Bonds are found through who owes them: a ticker or a part of the name.</p>
          </EmptyState>
        ) : (
          <>
            <div className="bond-filters" role="group" aria-label="Bonds of an issuer">
              <SelectInput
                label="Issuer"
                value={issuer.issuerId}
                options={found.map(({ issuerId, name }) => ({ value: issuerId, text: name }))}
                onValue={(issuerId) => {
                  setWanted(issuerId);
                  setChoice({});
                }}
              />
              {(filters.data ?? [])
                .filter(({ columnId }) => understood.has(columnId))
                .map(({ columnId, name, options }) => (
                  <SelectInput
                    key={columnId}
                    label={name}
                    value={choice[columnId] ?? ''}
                    options={[{ value: '', text: 'All' }, ...options]}
                    onValue={(value) => setChoice({ ...choice, [columnId]: value })}
                  />
                ))}
            </div>
            <DataView
              data={bonds.data}
              failure={failureOf(bonds.error)}
              onRetry={() => void bonds.refetch()}
              stale={false}
              down={down}
              label="Loading the bonds"
            >
              {(all) => (
                <MatchGrid
                  label={`Bonds of ${issuer.name}`}
                  matches={shown}
                  empty={
                    <EmptyState
                      title={
                        all.length === 0
                          ? `IBKR lists no bonds of ${issuer.name}.`
                          : `All ${all.length} are filtered out.`
                      }
                    />
                  }
                />
              )}
            </DataView>
          </>
        )
      }
    </DataView>
  );
}
