import { contractName, expiryName } from '../../../shared/domain/contract-name';
import type { Future } from '../../../shared/domain/chain';
import { type MarketField, marketFieldOf } from '../../../shared/domain/market-field';
import { fieldText, quoteValue } from '../../format/field-text';
import { quantityText, unknownText } from '../../format/number-text';
import { quoteLook, quoteStateOf } from '../../format/quote-state';
import { QuoteCell, QuoteMark } from '../../live/quote-cell';
import { quoteNow, quotesNow, useQuote } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { Change } from '../../ui/change';
import type { GridColumn } from '../../ui/grid-model';
import { daysTo } from './expiries';
import { spreadToFront } from './futures-figures';

/** Figures of a future beyond those every quote has. */
export const futureFields = ['futuresOpenInterest'] as const;

/** A future by its whole name. */
export const futureName = ({ symbol, expiry }: Future): string =>
  contractName({ symbol, expiry, strike: null, right: null });

export const futuresColumns = (
  front: Future | undefined,
  activeConid: number | null,
  nowMs: number,
): ReadonlyArray<GridColumn<Future>> => [
  {
    id: 'contract',
    header: 'Contract',
    width: 190,
    text: ({ localName, symbol }) => localName ?? symbol,
    cell: (future) => (
      <>
        <span className="symbol">{future.localName ?? futureName(future)}</span>
        {future.conid === front?.conid && <span className="future-front">front</span>}
        {future.conid === activeConid && <span className="future-active">most active</span>}
        <QuoteMark conid={future.conid} />
      </>
    ),
  },
  {
    id: 'expiry',
    header: 'Expiry',
    width: 80,
    hideBelow: 840,
    sortBy: ({ expiry }) => expiry,
    text: ({ expiry }) => expiry,
    cell: ({ expiry }) => expiryName(expiry),
  },
  {
    id: 'lastDay',
    header: 'Last trading day',
    width: 124,
    sortBy: ({ lastDay }) => lastDay,
    hint: () => 'The earlier of the two dates IBKR gives.',
    text: ({ lastDay }) => lastDay,
    cell: ({ lastDay }) => (
      <>
        {expiryName(lastDay)}
        <span className="beside">{daysTo(lastDay, nowMs)} d</span>
      </>
    ),
  },
  ...['last', 'change', 'changePercent', 'bid', 'ask'].flatMap((id) => liveColumn(id, marketFieldOf(id))),
  {
    id: 'spread',
    header: 'To front',
    width: 76,
    align: 'end',
    hint: () => 'Last price less that of the front month.',
    text: (future) => spreadToFront(future, front, quotesNow()) ?? '',
    cell: (future) => <Spread future={future} front={front} />,
  },
  ...['volume', 'futuresOpenInterest'].flatMap((id) => liveColumn(id, marketFieldOf(id))),
  {
    id: 'multiplier',
    header: 'Multiplier',
    width: 72,
    align: 'end',
    hideBelow: 1160,
    text: ({ multiplier }) => multiplier ?? '',
    cell: ({ multiplier }) => (multiplier === null ? unknownText : `× ${quantityText(multiplier)}`),
  },
];

const heads: Readonly<Record<string, string>> = { futuresOpenInterest: 'Open int' };
const least: Readonly<Record<string, number>> = {
  bid: 1000,
  ask: 1000,
  change: 860,
  futuresOpenInterest: 740,
};

function liveColumn(id: string, field: MarketField | undefined): ReadonlyArray<GridColumn<Future>> {
  if (field === undefined) return [];
  return [
    {
      id,
      header: heads[id] ?? field.short,
      width: id === 'volume' || id === 'futuresOpenInterest' ? 88 : 78,
      align: 'end',
      hideBelow: least[id] ?? 0,
      sortBy: ({ conid }) => quoteValue(quoteNow(conid), id),
      text: ({ conid }) => fieldText(field.kind, quoteValue(quoteNow(conid), id)),
      cell: ({ conid }) =>
        id === 'futuresOpenInterest' ? (
          <OpenInterest conid={conid} />
        ) : (
          <QuoteCell conid={conid} field={field} />
        ),
    },
  ];
}

/** Counted in full: a rounded open interest hides what moved. */
function OpenInterest({ conid }: Pick<Future, 'conid'>) {
  const quote = useQuote(conid);
  const streaming = useStreaming();
  const value = quoteValue(quote, 'futuresOpenInterest');
  return (
    <span className={quoteLook(quoteStateOf(quote, streaming))}>
      {value === null ? unknownText : quantityText(value as Parameters<typeof quantityText>[0])}
    </span>
  );
}

function Spread({ future, front }: { readonly future: Future; readonly front: Future | undefined }) {
  // Either price moves it.
  useQuote(future.conid);
  useQuote(front?.conid ?? null);
  const spread = spreadToFront(future, front, quotesNow());
  return future.conid === front?.conid ? (
    <span className="muted">front</span>
  ) : (
    <Change value={spread} arrow={false} />
  );
}
