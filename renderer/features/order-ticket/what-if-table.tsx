import type { WhatIf } from '../../../shared/domain/order-preview';
import { useMoney } from '../../ui/discreet';
import { marginRows } from './margin-rows';
import '../../ui/plain-table.css';

/** IBKR's own estimate, before and after, in its words; and its remarks. */
export function WhatIfTable({
  whatIf,
  notes,
  label,
}: {
  readonly whatIf: WhatIf | null;
  readonly notes: ReadonlyArray<string>;
  /** Heads the table: "IBKR’s estimate, 14:03:22". */
  readonly label: string;
}) {
  const { hidden } = useMoney();
  return (
    <div className="what-if">
      {whatIf !== null && (
        <table className="plain-table" aria-label="IBKR's estimate">
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col" className="cell-end">
                Now
              </th>
              <th scope="col" className="cell-end">
                Change
              </th>
              <th scope="col" className="cell-end">
                After
              </th>
            </tr>
          </thead>
          <tbody>
            {marginRows(whatIf, hidden).map(({ name, now, change, after, tight = false }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="cell-end muted">{now}</td>
                <td className="cell-end">{change}</td>
                <td className={tight ? 'cell-end what-if-tight' : 'cell-end'}>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notes.map((note) => (
        <p key={note} className="what-if-note">
          {note}
        </p>
      ))}
    </div>
  );
}
