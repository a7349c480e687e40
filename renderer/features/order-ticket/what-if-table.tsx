import type { OrderPreview, WhatIf } from '../../../shared/domain/order';
import { unknownText } from '../../format/number-text';

const rows = [
  { name: 'Equity', key: 'equity' },
  { name: 'Initial margin', key: 'initialMargin' },
  { name: 'Maintenance margin', key: 'maintenanceMargin' },
] as const satisfies ReadonlyArray<{ readonly name: string; readonly key: keyof WhatIf }>;

/** IBKR's own estimate, before and after, in its words; and its remarks. */
export function WhatIfTable({ preview: { whatIf, whatIfNotes } }: { readonly preview: OrderPreview }) {
  return (
    <div className="what-if">
      {whatIf !== null && (
        <table className="plain-table" aria-label="IBKR's estimate">
          <thead>
            <tr>
              <th scope="col">IBKR’s estimate</th>
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
            {rows.map(({ name, key }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td className="cell-end muted">{whatIf[key].current ?? unknownText}</td>
                <td className="cell-end">{whatIf[key].change ?? unknownText}</td>
                <td className="cell-end">{whatIf[key].after ?? unknownText}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {whatIfNotes.map((note) => (
        <p key={note} className="what-if-note">
          {note}
        </p>
      ))}
    </div>
  );
}
