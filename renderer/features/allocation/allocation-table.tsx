import { numberText, shareText } from '../../format/number-text';
import '../../ui/plain-table.css';
import type { Share } from './allocation-shares';

/** The twin of the bars. */
export function AllocationTable({
  groups,
  currency,
}: {
  readonly groups: ReadonlyArray<{
    readonly kind: string;
    readonly name: string;
    readonly shares: ReadonlyArray<Share>;
  }>;
  readonly currency: string | null;
}) {
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
        {groups.flatMap(({ kind, name, shares }) =>
          shares.map((share) => (
            <tr key={`${kind} ${share.name} ${share.side}`}>
              <td className="muted">{name}</td>
              <th scope="row">
                {share.name}
                {share.side === 'short' && ' short'}
              </th>
              <td className="cell-end">{numberText(share.value, 0)}</td>
              <td className="cell-end">{shareText(share.percent)}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
