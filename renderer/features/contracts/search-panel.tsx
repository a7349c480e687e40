import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InstrumentMatch, SearchKind } from '../../../shared/domain/instrument';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { documentsQueries } from '../../ipc/documents-queries';
import { useReady } from '../../live/session-feed';
import { useRecent } from '../../state/recent-instruments';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';
import { BondView } from './bond-view';
import { MatchGrid } from './match-grid';
import { narrowed } from './match-filter';
import './contract-panel.css';

const kinds: ReadonlyArray<readonly [SearchKind, string]> = [
  ['all', 'All kinds'],
  ['STK', 'Stocks'],
  ['FUT', 'Futures'],
  ['OPT', 'Options on'],
  ['IND', 'Indices'],
  ['CASH', 'Forex'],
  ['BOND', 'Bonds'],
  ['FUND', 'Funds'],
  ['CRYPTO', 'Crypto'],
  ['CFD', 'CFDs'],
  ['WAR', 'Warrants on'],
  ['FOP', 'Future options on'],
];

/** Finds any contract: by symbol, name, ISIN, pair or id, of a kind, and narrowed until one is left. */
export function SearchPanel() {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<SearchKind>('all');
  const [byName, setByName] = useState(false);
  const [filter, setFilter] = useState({ name: '', exchange: '', currency: '' });
  const [settled] = useDebouncedValue(text.trim(), 200);
  const ready = useReady();
  const query = useQuery({
    ...contractsQueries.search(settled, kind, byName),
    enabled: ready && settled !== '' && kind !== 'BOND',
  });
  const recent = useRecent();
  const { data: favourites } = useQuery(documentsQueries.list('favourite'));
  const found = settled === '' ? null : (query.data ?? []);
  const shown = narrowed(found ?? remembered(favourites?.map(({ value }) => value) ?? [], recent), filter);
  const failure = failureOf(query.error);
  const bondText = kind === 'BOND' ? settled : '';
  return (
    <Panel name="Search" state={found !== null && query.isSuccess ? <span>{shown.length} found</span> : null}>
      <div className="search-fields" role="search">
        <TextInput
          label="Symbol, name, ISIN, pair or contract id"
          text={text}
          onText={setText}
          placeholder="AAPL, siemens, US0378331005, EUR.USD"
        />
        <SelectInput
          label="Kind"
          value={kind}
          options={kinds.map(([value, name]) => ({ value, text: name }))}
          onValue={setKind}
        />
        {kind !== 'BOND' && (
          <>
            <TextInput
              label="Name contains"
              text={filter.name}
              onText={(name) => setFilter({ ...filter, name })}
            />
            <TextInput
              label="Exchange"
              text={filter.exchange}
              onText={(exchange) => setFilter({ ...filter, exchange })}
            />
            <TextInput
              label="Currency"
              text={filter.currency}
              onText={(currency) => setFilter({ ...filter, currency })}
            />
            <label className="check">
              <input type="checkbox" checked={byName} onChange={(event) => setByName(event.target.checked)} />
              Company names only
            </label>
          </>
        )}
      </div>
      {bondText !== '' && <BondView key={bondText} text={bondText} />}
      {found === null && shown.length > 0 && <p className="search-note">Favourites, then found lately</p>}
      {bondText === '' && (
        <MatchGrid
          label="Contracts found"
          matches={shown}
          empty={
            <EmptyState
              title={emptyTitle(ready, settled, query.isFetching, failure?.message, found?.length ?? 0)}
            >
              <p>{failure?.action ?? 'Options and warrants are found through what they are written on.'}</p>
            </EmptyState>
          }
        />
      )}
    </Panel>
  );
}

function emptyTitle(
  ready: boolean,
  text: string,
  searching: boolean,
  failure: string | undefined,
  unfiltered: number,
): string {
  if (!ready) return 'Search needs the connection to IBKR.';
  if (failure !== undefined) return failure;
  if (text === '') return 'What are you looking for?';
  if (searching) return 'Searching.';
  return unfiltered > 0 ? `All ${unfiltered} are filtered out.` : `IBKR finds nothing by “${text}”.`;
}

function remembered(
  favourites: ReadonlyArray<Omit<InstrumentMatch, 'derivatives'>>,
  recent: ReadonlyArray<InstrumentMatch>,
): InstrumentMatch[] {
  const known = new Set(favourites.map(({ conid }) => conid));
  return [
    ...favourites.map((match) => ({ ...match, derivatives: [] })),
    ...recent.filter(({ conid }) => !known.has(conid)),
  ];
}
