import { lazy, Suspense, useState } from 'react';
import type { Allocation } from '../../../shared/domain/portfolio';
import { Skeleton } from '../../ui/skeleton';
import { allocationKinds, sortedShares } from './allocation-shares';
import { AllocationTable } from './allocation-table';
import './allocation.css';

const AllocationChart = lazy(() =>
  import('./allocation-chart').then(({ AllocationChart: chart }) => ({ default: chart })),
);

/** Where the money stands, as sorted bars; the same figures as a table for the eye or the screen reader. */
export function AllocationView({
  allocation,
  currency,
}: {
  readonly allocation: Allocation;
  readonly currency: string | null;
}) {
  const [asTable, setAsTable] = useState(false);
  const groups = allocationKinds.map(({ kind, name }) => ({
    kind,
    name,
    shares: sortedShares(allocation[kind]),
  }));
  const table = <AllocationTable groups={groups} currency={currency} />;
  return (
    <div className="allocation">
      <button
        type="button"
        className="button button-quiet allocation-toggle"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        Table
      </button>
      {asTable ? (
        <div className="allocation-scroll" role="group" aria-label="Allocation figures" tabIndex={0}>
          {table}
        </div>
      ) : (
        <>
          <div className="allocation-groups" role="group" aria-label="Allocation charts" tabIndex={0}>
            {groups.map(({ kind, name, shares }) => (
              <section key={kind} className="allocation-group">
                <h3>{name}</h3>
                {shares.length === 0 ? (
                  <p className="muted allocation-none">Nothing known here.</p>
                ) : (
                  <Suspense fallback={<Skeleton rows={4} label="Loading the chart" />}>
                    <AllocationChart shares={shares} />
                  </Suspense>
                )}
              </section>
            ))}
          </div>
          <div className="hidden-text">{table}</div>
        </>
      )}
    </div>
  );
}
