import { shareText } from '../../format/number-text';
import { Money, useMoney } from '../../ui/discreet';
import { Explained } from '../../ui/explain';
import '../../ui/plain-table.css';
import type { Share, ShareGroup } from './allocation-shares';

/** The twin of the bars: every figure, each explained; a name shows its positions. */
export function AllocationTable({
  groups,
  currency,
  asOfMs,
  onShare,
}: {
  readonly groups: ReadonlyArray<ShareGroup>;
  readonly currency: string | null;
  readonly asOfMs: number;
  readonly onShare: (group: ShareGroup, share: Share) => void;
}) {
  const money = useMoney();
  return (
    <table className="plain-table" aria-label="Allocation">
      <thead>
        <tr>
          <th scope="col">By</th>
          <th scope="col">Group</th>
          <th scope="col" className="cell-end">
            Value{currency !== null && <span className="unit">{currency}</span>}
          </th>
          <th scope="col" className="cell-end">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap((group) =>
          group.shares.map((share) => (
            <tr key={`${group.kind} ${share.name} ${share.side}`}>
              <td className="muted">{group.name}</td>
              <th scope="row">
                <button type="button" className="share-link" onClick={() => onShare(group, share)}>
                  {share.name}
                  {share.side === 'short' && ' short'}
                </button>
              </th>
              <td className="cell-end">
                <Explained
                  explain={() => ({
                    title: `${group.name}: ${share.name}, ${share.side}`,
                    value: `${money.amount(share.value)} ${currency ?? ''}`,
                    definition:
                      'Market value in the base currency; long and short are kept apart, never netted.',
                    formula: 'share = size ÷ sizes of all long and short parts of this cut',
                    inputs: [{ name: 'Share', value: shareText(share.percent, 2) }],
                    ...{ source: group.source, asOfMs, currency },
                  })}
                >
                  <Money value={share.value} />
                </Explained>
              </td>
              <td className="cell-end">{shareText(share.percent)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
