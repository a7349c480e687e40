import type { BookCheck, BookDifference } from '../../../shared/domain/book-check';
import { sign } from '../../../shared/domain/decimal';
import { Money, MoneyChange } from '../../ui/discreet';
import '../../ui/plain-table.css';

/** Where the books differ, both figures side by side, with what usually explains such a difference. */
export function CheckTable({ check }: { readonly check: BookCheck }) {
  return (
    <table className="plain-table" aria-label="Differences">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col" className="cell-end">
            Our books
          </th>
          <th scope="col" className="cell-end">
            Broker
          </th>
          <th scope="col" className="cell-end">
            Difference
          </th>
          <th scope="col">Usually</th>
        </tr>
      </thead>
      <tbody>
        {check.differences.map((difference) => (
          <tr key={`${difference.kind}:${difference.conid ?? difference.name}`}>
            <th scope="row">{difference.kind === 'cash' ? `${difference.name} cash` : difference.name}</th>
            <td className="cell-end">
              <Money value={difference.ours} as={difference.kind === 'cash' ? 'amount' : 'quantity'} />
            </td>
            <td className="cell-end">
              <Money value={difference.broker} as={difference.kind === 'cash' ? 'amount' : 'quantity'} />
            </td>
            <td className="cell-end">
              <MoneyChange
                value={difference.difference}
                arrow={false}
                places={difference.kind === 'cash' ? 2 : 4}
              />
            </td>
            <td className="muted">{usualReason(difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function usualReason({ kind, difference }: BookDifference): string {
  if (kind === 'position') return 'a split, a transfer, an expiry, or trades older than seven days';
  return sign(difference) > 0
    ? 'a deposit, a dividend or interest received'
    : 'a withdrawal, interest, a fee or tax paid';
}
