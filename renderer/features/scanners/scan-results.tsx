import { useCallback, useMemo, useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import type { ScanResult, ScanRow } from '../../../shared/domain/scanner';
import { useQuoteStream } from '../../live/quote-store';
import { tradeItems, useHeldOf } from '../../live/trade-actions';
import { askAlert } from '../../state/alert-requests';
import { useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { DataGrid } from '../../ui/data-grid';
import { EmptyState } from '../../ui/empty-state';
import type { MenuItem } from '../../ui/menu';
import { scanColumns } from './scan-columns';

/** What a run found; only the rows on the screen take market data lines. */
export function ScanResults({
  result,
  onAdd,
}: {
  readonly result: ScanResult;
  readonly onAdd: (conids: ReadonlyArray<Conid>) => void;
}) {
  const active = useInstrument();
  const show = useShowInstrument();
  const heldOf = useHeldOf();
  const [seen, setSeen] = useState<ReadonlyArray<Conid>>([]);
  useQuoteStream(seen);
  const onVisible = useCallback(
    (rows: ReadonlyArray<ScanRow>) => setSeen(rows.map(({ conid }) => conid)),
    [],
  );
  const columns = useMemo(() => scanColumns(result), [result]);
  const itemsOf = (row: ScanRow): ReadonlyArray<MenuItem> => {
    const open = (panelId: string) => (): void => {
      show(row.conid, row.symbol);
      showPanel(panelId);
    };
    return [
      { name: 'Quote', onPick: open('quote') },
      { name: 'Chart', onPick: open('chart') },
      { name: 'Contract', onPick: open('contract') },
      ...tradeItems(row, heldOf(row.conid)).map((item, index) =>
        index === 0 ? { ...item, newGroup: true } : item,
      ),
      {
        name: 'Alert…',
        newGroup: true,
        onPick: () => askAlert({ kind: 'new', conid: row.conid, symbol: row.symbol, price: null }),
      },
      { name: 'Add to the watchlist', onPick: () => onAdd([row.conid]) },
    ];
  };
  return (
    <DataGrid
      label="Scan results"
      rows={result.rows}
      columns={columns}
      rowId={({ conid }) => String(conid)}
      selectedId={active === null ? null : String(active.conid)}
      onOpen={({ conid, symbol }) => show(conid, symbol)}
      menu={{ nameOf: ({ symbol }) => symbol, itemsOf }}
      onVisible={onVisible}
      empty={
        <EmptyState title="Nothing matches.">
          <p>Widen the filters, or look in another place.</p>
        </EmptyState>
      }
    />
  );
}
