import { lazy, Suspense } from 'react';
import type { Allocation, PositionList } from '../../../shared/domain/portfolio';
import { showPanel } from '../../state/panel-requests';
import { changePositionsView } from '../../state/positions-view';
import { Skeleton } from '../../ui/skeleton';
import { filterOf, type Share, type ShareGroup, shareGroups } from './allocation-shares';
import { AllocationTable } from './allocation-table';
import './allocation.css';

const AllocationChart = lazy(() =>
  import('./allocation-chart').then(({ AllocationChart: chart }) => ({ default: chart })),
);

/** Where the money stands, as sorted bars; the same figures as a table. A press on a part shows its positions. */
export function AllocationView({
  allocation,
  list,
  currency,
  asTable,
}: {
  readonly allocation: Allocation;
  readonly list: PositionList | undefined;
  readonly currency: string | null;
  readonly asTable: boolean;
}) {
  const groups = shareGroups(allocation, list);
  const show = ({ kind }: ShareGroup, share: Share): void => {
    const filter = filterOf(kind, share);
    if (filter === null) {
      showPanel('balances');
      return;
    }
    changePositionsView({ filter });
    showPanel('portfolio');
  };
  return (
    <div className="allocation">
      {asTable ? (
        <div className="allocation-scroll" role="group" aria-label="Allocation figures" tabIndex={0}>
          <AllocationTable groups={groups} currency={currency} asOfMs={allocation.asOfMs} onShare={show} />
        </div>
      ) : (
        <div className="allocation-groups" role="group" aria-label="Allocation charts" tabIndex={0}>
          {groups.map((group) => (
            <section key={group.kind} className="allocation-group" aria-label={group.name}>
              <h3>{group.name}</h3>
              {group.shares.length === 0 ? (
                <p className="muted allocation-none">{group.unknown ?? 'Nothing held.'}</p>
              ) : (
                <Suspense fallback={<Skeleton rows={4} label="Loading the chart" />}>
                  <AllocationChart shares={group.shares} onShare={(share) => show(group, share)} />
                  <ul className="hidden-text">
                    {group.shares.map((share) => (
                      <li key={`${share.code} ${share.side}`}>
                        {share.name} {share.side}{' '}
                        {share.percent === null ? '' : Number(share.percent).toFixed(1)}%
                      </li>
                    ))}
                  </ul>
                </Suspense>
              )}
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
