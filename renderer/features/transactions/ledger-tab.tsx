import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { entryKinds } from '../../../shared/domain/entry-kind';
import type { LedgerFilter } from '../../../shared/domain/ledger-entry';
import { viewOf } from '../../ipc/query-view';
import { transactionsQueries } from '../../ipc/transactions-queries';
import { DataGrid } from '../../ui/data-grid';
import { DataView } from '../../ui/data-view';
import { useMoney } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';
import { ExportMenu } from './export-menu';
import { ledgerColumns } from './ledger-columns';
import { linesOf } from './ledger-lines';

const everything: LedgerFilter = { text: '', kind: 'all', fromMs: null, toMs: null };
const kindNames: Readonly<Record<LedgerFilter['kind'], string>> = {
  all: 'All kinds',
  trade: 'Trades',
  dividend: 'Dividends',
  interest: 'Interest',
  fee: 'Fees and taxes',
  transfer: 'Transfers',
  other: 'Other',
};

/** Every execution heard of, kept for good, with what IBKR tells by the day; searchable and exportable. */
export function LedgerTab({ accountId }: { readonly accountId: AccountId }) {
  const [filter, setFilter] = useState(everything);
  const ledger = useQuery(transactionsQueries.ledger(accountId, filter));
  const money = useMoney();
  const columns = useMemo(() => ledgerColumns(money), [money]);
  const filtered = filter !== everything;
  return (
    <div className="transactions-tab">
      <div className="transactions-tools">
        <TextInput
          label="Search the ledger"
          labelHidden
          text={filter.text}
          placeholder="Symbol, venue, id …"
          onText={(text) => setFilter({ ...filter, text })}
        />
        <SelectInput
          label="Kind"
          labelHidden
          value={filter.kind}
          options={(['all', ...entryKinds] as const).map((kind) => ({ value: kind, text: kindNames[kind] }))}
          onValue={(kind) => setFilter({ ...filter, kind })}
        />
        <DayInput label="From" onDay={(fromMs) => setFilter({ ...filter, fromMs })} />
        <DayInput
          label="To"
          onDay={(toMs) => setFilter({ ...filter, toMs: toMs === null ? null : toMs + 86_399_999 })}
        />
        <span className="transactions-count" role="status">
          {ledger.data !== undefined &&
            `${ledger.data.total.toLocaleString('en-GB')} ${ledger.data.total === 1 ? 'line' : 'lines'}${
              ledger.data.total > ledger.data.entries.length
                ? `, the newest ${ledger.data.entries.length} shown`
                : ''
            }`}
        </span>
        <ExportMenu accountId={accountId} filter={filter} />
      </div>
      <DataView {...viewOf(ledger, true, false)} label="Loading the ledger">
        {(page) => (
          <DataGrid
            label="Ledger"
            rows={linesOf(page)}
            columns={columns}
            rowId={({ id }) => id}
            rowFeatures={{
              heading: ({ mark }) => (mark === null ? null : <span className="ledger-mark">{mark}</span>),
            }}
            empty={
              <EmptyState title={filtered ? 'Nothing matches.' : 'Nothing recorded yet.'}>
                <p>
                  {filtered
                    ? 'Clear the search to see everything.'
                    : 'Executions are kept from the moment they are heard of; the last seven days are read from IBKR soon after each login.'}
                </p>
              </EmptyState>
            }
          />
        )}
      </DataView>
    </div>
  );
}

/** A day by the platform's own picker, as its midnight here. */
function DayInput({
  label,
  onDay,
}: {
  readonly label: string;
  readonly onDay: (dayMs: number | null) => void;
}) {
  return (
    <label className="day-input">
      <span className="field-label">{label}</span>
      <input
        className="input"
        type="date"
        onChange={(event) => {
          const parsed = new Date(`${event.target.value}T00:00`).getTime();
          onDay(Number.isFinite(parsed) && parsed >= 0 ? parsed : null);
        }}
      />
    </label>
  );
}
