import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { contractsQueries } from '../../ipc/contracts-queries';
import { documentsQueries } from '../../ipc/documents-queries';
import { useReady } from '../../live/session-feed';
import { usePreference } from '../../state/preferences';
import { showInstrument } from '../../state/workspace-store';
import { deskActions, type DeskHands } from '../actions/desk-actions';
import { chordsOf } from '../actions/key-map';
import { openLayout } from '../layouts/layout-actions';
import { orderItems, whereOf } from './order-items';
import { readOrderSentence } from './order-sentence';
import type { PaletteItem } from './palette-item';

const settleMs = 160;
const maxSymbols = 6;

/** What the typed text can mean, most likely first; and what is to be said when it means nothing. */
export function usePaletteItems(
  text: string,
  hands: DeskHands,
): { readonly items: ReadonlyArray<PaletteItem>; readonly message: string | null } {
  const own = usePreference('keys');
  const ready = useReady();
  const sentence = readOrderSentence(text);
  const wanted =
    sentence.kind === 'order' ? sentence.order.symbol : sentence.kind === 'none' ? text.trim() : '';
  const [settled] = useDebouncedValue(wanted, settleMs);
  const search = useQuery({
    ...contractsQueries.search(settled),
    enabled: ready && settled !== '' && settled.length <= 20,
  });
  const { data: layouts = [] } = useQuery(documentsQueries.list('layout'));
  if (sentence.kind === 'unclear') return { items: [], message: sentence.why };

  const matches = settled === wanted ? (search.data ?? []) : [];
  if (sentence.kind === 'order') {
    const items = orderItems(sentence.order, matches, hands.heldOf);
    const waiting = !ready ? 'Symbols need the connection to IBKR.' : search.isFetching ? 'Searching' : null;
    return { items, message: items.length > 0 ? null : (waiting ?? `No symbol ${sentence.order.symbol}.`) };
  }

  const chords = chordsOf(deskActions, own);
  const actions = [
    ...deskActions.map(({ id, name, group, run }) => ({
      ...{ id, name, group, key: chords.get(id) ?? null },
      run: () => run(hands),
    })),
    ...layouts.map(({ id, value }) => ({
      ...{ id: `layout ${id}`, name: `Layout ${id}`, group: 'Layout' },
      run: () => openLayout(value.layout),
    })),
  ]
    .filter(({ name, group, id }) => id !== 'find.palette' && fits(`${name} ${group}`, text))
    .sort((a, b) => Number(begins(b.name, text)) - Number(begins(a.name, text)));
  const symbols = matches.slice(0, maxSymbols).map((match) => ({
    id: `symbol ${match.conid}`,
    group: 'Symbols',
    name: match.symbol,
    detail: whereOf(match),
    run: () => showInstrument(match.conid, match.symbol),
  }));
  const startsName = actions.some(({ name }) => begins(name, text));
  const items = startsName ? [...actions, ...symbols] : [...symbols, ...actions];
  return {
    items,
    message: items.length > 0 ? null : search.isFetching ? 'Searching' : 'Nothing by that name.',
  };
}

const begins = (name: string, text: string): boolean =>
  name.toLowerCase().startsWith(text.trim().toLowerCase());

/** Every typed word begins some word of the name. */
const fits = (name: string, text: string): boolean => {
  const words = name.toLowerCase().split(/[\s:]+/);
  return text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
};
