import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { assetClassWord } from '../../format/asset-class';
import { unknownText } from '../../format/number-text';
import { documentsQueries, useRemoveDocument, useSaveDocument } from '../../ipc/documents-queries';
import { tradeItems, useHeldOf } from '../../live/trade-actions';
import { useInstrument, useShowInstrument } from '../../state/linked-instrument';
import { showPanel } from '../../state/panel-requests';
import { noteFound } from '../../state/recent-instruments';
import { DataGrid } from '../../ui/data-grid';
import type { GridColumn } from '../../ui/grid-model';

/** Contracts to choose from: where each is listed, in which currency and of which kind stands in every line. */
export function MatchGrid({
  label,
  matches,
  empty,
}: {
  readonly label: string;
  readonly matches: ReadonlyArray<InstrumentMatch>;
  readonly empty: ReactNode;
}) {
  const active = useInstrument();
  const show = useShowInstrument();
  const heldOf = useHeldOf();
  const { data: favourites } = useQuery(documentsQueries.list('favourite'));
  const { mutate: keep } = useSaveDocument('favourite');
  const { mutate: drop } = useRemoveDocument('favourite');
  const menu = useMemo(
    () => ({
      nameOf: ({ symbol }: InstrumentMatch) => symbol,
      itemsOf: (match: InstrumentMatch) => {
        const id = String(match.conid);
        const kept = favourites?.some((one) => one.id === id) === true;
        const open = (panelId: string) => (): void => {
          show(match.conid, match.symbol);
          showPanel(panelId);
        };
        const { conid, symbol, name, exchange, currency, assetClass } = match;
        const value = { conid, symbol, name, exchange, currency, assetClass };
        return [
          { name: 'Quote', onPick: open('quote') },
          { name: 'Chart', onPick: open('chart') },
          { name: 'Contract', onPick: open('contract') },
          ...tradeItems(match, heldOf(match.conid)),
          {
            name: kept ? 'No longer a favourite' : 'Favourite',
            newGroup: true,
            onPick: () => (kept ? drop(id) : keep({ id, value })),
          },
        ];
      },
    }),
    [favourites, heldOf, show, keep, drop],
  );
  return (
    <DataGrid
      label={label}
      rows={matches}
      columns={columns}
      rowId={({ conid }) => String(conid)}
      selectedId={active === null ? null : String(active.conid)}
      onOpen={(match) => {
        noteFound(match);
        show(match.conid, match.symbol);
      }}
      menu={menu}
      empty={empty}
    />
  );
}

const columns: ReadonlyArray<GridColumn<InstrumentMatch>> = [
  {
    id: 'symbol',
    header: 'Symbol',
    width: 90,
    sortBy: ({ symbol }) => symbol,
    cell: ({ symbol }) => <span className="symbol">{symbol}</span>,
  },
  {
    id: 'name',
    header: 'Name',
    width: 220,
    sortBy: ({ name }) => name,
    hint: ({ name }) => name,
    cell: ({ name }) => name || unknownText,
  },
  {
    id: 'kind',
    header: 'Kind',
    width: 80,
    sortBy: ({ assetClass }) => assetClassWord(assetClass),
    cell: ({ assetClass }) => assetClassWord(assetClass) || unknownText,
  },
  {
    id: 'exchange',
    header: 'Exchange',
    width: 90,
    sortBy: ({ exchange }) => exchange,
    cell: ({ exchange }) => exchange ?? unknownText,
  },
  {
    id: 'currency',
    header: 'Currency',
    width: 70,
    sortBy: ({ currency }) => currency,
    cell: ({ currency }) => currency ?? unknownText,
  },
];
