import { useCallback, useMemo, useState } from 'react';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { PositionListHead } from '../../../shared/domain/portfolio';
import { useAmountsIn } from '../../live/amounts-choice';
import { tradeItems } from '../../live/trade-actions';
import { useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { changePositionsView, usePositionsView } from '../../state/positions-view';
import { DataGrid } from '../../ui/data-grid';
import { useMoney } from '../../ui/discreet';
import { EmptyState } from '../../ui/empty-state';
import { PositionColumnsDialog } from './columns-dialog';
import { positionColumns } from './position-columns';
import { PositionDrawer } from './position-drawer';
import { passes } from './position-names';
import { PositionsNote } from './positions-note';
import { isOpen, type PositionRow } from './position-row';
import { isEquity } from './position-totals';
import { useGrouping } from './use-grouping';

/** The table of holdings: filtered, grouped and totalled as chosen, with the details of one row beside it. */
export function PositionsView({
  rows,
  heads,
  base,
  netLiquidation,
  accountName,
  words,
  choosing,
  onChoosing,
  onSeen,
}: {
  readonly rows: ReadonlyArray<PositionRow>;
  readonly heads: ReadonlyArray<PositionListHead>;
  readonly base: string | null;
  readonly netLiquidation: Decimal | null;
  readonly accountName: (id: string) => string;
  /** Typed into the quick filter. */
  readonly words: string;
  readonly choosing: boolean;
  readonly onChoosing: (choosing: boolean) => void;
  readonly onSeen: (conids: ReadonlyArray<Conid>) => void;
}) {
  const view = usePositionsView();
  const money = useMoney();
  const amountsIn = useAmountsIn();
  const active = useInstrument();
  const show = useShowInstrument();
  const [detail, setDetail] = useState<string | null>(null);
  const complete = heads.every((head) => head.complete);
  const ratesAsOfMs = heads[0]?.ratesAsOfMs ?? null;
  const all = useMemo(
    () => positionColumns({ money, amountsIn, base, ratesAsOfMs, netLiquidation, complete, accountName }),
    [money, amountsIn, base, ratesAsOfMs, netLiquidation, complete, accountName],
  );
  const ids = useMemo(() => view.columns ?? usualColumns(heads.length > 1), [view.columns, heads.length]);
  const columns = useMemo(
    () => ids.flatMap((id) => all.find((column) => column.id === id) ?? []),
    [all, ids],
  );
  const held = useCallback((row: PositionRow) => view.showClosed || isOpen(row), [view.showClosed]);
  const shown = useMemo(
    () => rows.filter((row) => held(row) && passes(row, words, view.filter)),
    [rows, held, view.filter, words],
  );
  const accountIds = useMemo(() => heads.map(({ accountId }) => accountId), [heads]);
  const groupOf = useGrouping(accountIds, rows, accountName);
  const seen = useCallback(
    (visible: ReadonlyArray<PositionRow>) => onSeen(visible.map(({ conid }) => conid)),
    [onSeen],
  );
  const menu = useMemo(
    () => ({
      nameOf: (row: PositionRow) => row.symbol,
      itemsOf: (row: PositionRow) => [
        { name: 'Details', onPick: () => setDetail(rowIdOf(row)) },
        {
          name: 'Chart',
          onPick: () => {
            show(row.conid, row.symbol);
            showPanel('chart');
          },
        },
        ...tradeItems(row, row.quantity).map((item, index) =>
          index === 0 ? { ...item, newGroup: true } : item,
        ),
      ],
    }),
    [show],
  );
  const move = useCallback(
    (id: string, before: string) => {
      const next = ids.filter((other) => other !== id);
      next.splice(Math.max(1, next.indexOf(before)), 0, id);
      changePositionsView({ columns: next });
    },
    [ids],
  );
  const activeRow = active === null ? undefined : shown.find(({ conid }) => conid === active.conid);
  const opened = detail === null ? undefined : rows.find((row) => rowIdOf(row) === detail);

  return (
    <div className="positions">
      <div className="positions-main">
        <DataGrid
          label="Positions"
          rows={shown}
          columns={columns}
          rowId={rowIdOf}
          selectedId={activeRow === undefined ? null : rowIdOf(activeRow)}
          onOpen={(row) => {
            show(row.conid, row.symbol);
            if (detail !== null) setDetail(rowIdOf(row));
          }}
          menu={menu}
          groupOf={groupOf}
          foot={shown.length > 0 ? footText(shown, rows.filter(held).length) : undefined}
          wide={view.columns !== null}
          onVisible={seen}
          onMoveColumn={move}
          empty={<NothingShown rows={rows} complete={complete} />}
        />
        <PositionsNote heads={heads} shown={shown} base={base} />
      </div>
      {opened !== undefined && (
        <PositionDrawer row={opened} base={base} ratesAsOfMs={ratesAsOfMs} onClose={() => setDetail(null)} />
      )}
      {choosing && <PositionColumnsDialog columns={all} shown={ids} onClose={() => onChoosing(false)} />}
    </div>
  );
}

/** What the pinned totals add up, and what they leave out. */
function footText(shown: ReadonlyArray<PositionRow>, all: number): string {
  const futures = shown.filter((row) => !isEquity(row) && isOpen(row)).length;
  return [
    all === shown.length
      ? `Total of ${all}`
      : `Total of ${shown.length}, without ${all - shown.length} filtered out`,
    ...(futures > 0 ? [`market value without ${futures} ${futures === 1 ? 'future' : 'futures'}`] : []),
  ].join(' · ');
}

const rowIdOf = (row: PositionRow): string => `${row.accountId} ${row.conid}`;

const usual = [
  ...[
    'symbol',
    'name',
    'class',
    'sector',
    'quantity',
    'last',
    'change-percent',
    'average',
    'value',
    'value-base',
  ],
  ...['day', 'day-percent', 'gain', 'gain-percent', 'realized', 'weight'],
];
const usualColumns = (several: boolean): ReadonlyArray<string> =>
  several ? ['symbol', 'account', ...usual.slice(1)] : usual;

function NothingShown({
  rows,
  complete,
}: {
  readonly rows: ReadonlyArray<PositionRow>;
  readonly complete: boolean;
}) {
  if (!complete)
    return <EmptyState title="No positions read yet.">IBKR’s lists are still coming in.</EmptyState>;
  const open = rows.filter(isOpen).length;
  if (open > 0)
    return <EmptyState title={`0 of ${open} positions match.`}>Clear the filter to see them.</EmptyState>;
  return (
    <EmptyState title="No open positions.">
      <p>What this account buys or sells short appears here within seconds.</p>
    </EmptyState>
  );
}
