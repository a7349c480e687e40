import { useState } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import type { LedgerFilter } from '../../../shared/domain/ledger-entry';
import { tryCall } from '../../ipc/client';
import { useMoney } from '../../ui/discreet';
import { Menu, type MenuPlace } from '../../ui/menu';

const formats = [
  { format: 'csv', name: 'CSV (spreadsheet)' },
  { format: 'json', name: 'JSON' },
  { format: 'sqlite', name: 'SQLite database' },
] as const;

/** Writes everything that matches to a file, amounts in full and times in UTC. */
export function ExportMenu({
  accountId,
  filter,
}: {
  readonly accountId: AccountId;
  readonly filter: LedgerFilter;
}) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  const [said, setSaid] = useState('');
  const { hidden } = useMoney();
  const write = async (format: (typeof formats)[number]['format']): Promise<void> => {
    const saved = await tryCall('transactions.export', { accountId, filter, format });
    if (!saved.ok) setSaid(`${saved.error.message} ${saved.error.action}`);
    else if (saved.value.savedAs !== null)
      setSaid(`${saved.value.rows} lines written to ${saved.value.savedAs}`);
  };
  return (
    <>
      <span className="transactions-count" role="status">
        {said}
      </span>
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        Export…
      </button>
      {at !== null && (
        <Menu
          label="Export the ledger"
          at={at}
          onClose={() => setAt(null)}
          items={formats.map(({ format, name }) => ({
            name,
            obstacle: hidden ? 'Amounts are hidden: show them first.' : null,
            onPick: () => void write(format),
          }))}
        />
      )}
    </>
  );
}
