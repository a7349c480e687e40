import type { LedgerEntry } from '../../../shared/domain/ledger-entry';
import { tradingDayText } from '../../format/time-text';
import { ContractTime } from '../../live/contract-time';
import { Money, MoneyChange, type MoneyText, OwnPrice } from '../../ui/discreet';
import type { GridColumn } from '../../ui/grid-model';
import { explainEntry } from './entry-explain';
import type { LedgerLine } from './ledger-lines';

const kindWords: Readonly<Record<LedgerEntry['kind'], string>> = {
  trade: 'Trade',
  dividend: 'Dividend',
  interest: 'Interest',
  fee: 'Fee or tax',
  transfer: 'Transfer',
  other: 'Other',
};

/** A column over entries; marks are drawn across. */
const column = (
  spec: Pick<
    GridColumn<LedgerEntry>,
    'id' | 'header' | 'width' | 'align' | 'hideBelow' | 'sortBy' | 'hint' | 'cell' | 'explain'
  >,
): GridColumn<LedgerLine> => {
  const { cell, sortBy, hint, explain, ...rest } = spec;
  return {
    ...rest,
    cell: ({ entry }) => (entry === null ? '' : cell(entry)),
    ...(sortBy === undefined
      ? {}
      : { sortBy: ({ entry }: LedgerLine) => (entry === null ? null : sortBy(entry)) }),
    ...(explain === undefined
      ? {}
      : { explain: ({ entry }: LedgerLine) => (entry === null ? null : explain(entry)) }),
    ...(hint === undefined
      ? {}
      : { hint: ({ entry }: LedgerLine) => (entry === null ? undefined : hint(entry)) }),
  };
};

/** Everything told of an entry; its figures explain themselves. */
export const ledgerColumns = (money: MoneyText): ReadonlyArray<GridColumn<LedgerLine>> => [
  column({
    id: 'time',
    header: 'Time',
    width: 164,
    sortBy: ({ timeMs }) => timeMs,
    hint: ({ precision }) => (precision === 'day' ? 'IBKR tells only the day' : undefined),
    cell: ({ timeMs, precision, conid }) =>
      precision === 'day' ? tradingDayText(timeMs) : <ContractTime conid={conid} timeMs={timeMs} whole />,
  }),
  column({
    id: 'kind',
    header: 'Kind',
    width: 80,
    sortBy: ({ kind }) => kind,
    hint: ({ text }) => text,
    cell: ({ kind }) => kindWords[kind],
  }),
  column({
    id: 'symbol',
    header: 'Symbol',
    width: 80,
    sortBy: ({ symbol }) => symbol,
    cell: ({ symbol }) => symbol,
  }),
  column({
    id: 'text',
    header: 'What',
    width: 200,
    hideBelow: 1040,
    hint: ({ text }) => text,
    cell: ({ text }) => text,
  }),
  column({
    id: 'quantity',
    header: 'Quantity',
    width: 80,
    align: 'end',
    sortBy: ({ quantity }) => quantity,
    cell: ({ quantity, kind }) => (kind === 'trade' ? <Money value={quantity} as="quantity" /> : ''),
    explain: (entry) => explainEntry('quantity', entry, money),
  }),
  column({
    id: 'price',
    header: 'Price',
    width: 90,
    align: 'end',
    sortBy: ({ price }) => price,
    cell: ({ price, kind }) => (kind === 'trade' ? <OwnPrice price={price} /> : ''),
    explain: (entry) => explainEntry('price', entry, money),
  }),
  column({
    id: 'value',
    header: 'Value',
    width: 100,
    align: 'end',
    hideBelow: 750,
    hint: () => 'What was traded for, before commission',
    sortBy: ({ value }) => value,
    cell: ({ value }) => <Money value={value} />,
    explain: (entry) => explainEntry('value', entry, money),
  }),
  column({
    id: 'commission',
    header: 'Commission',
    width: 86,
    align: 'end',
    hideBelow: 830,
    sortBy: ({ commission }) => commission,
    cell: ({ commission, kind }) => (kind === 'trade' ? <Money value={commission} /> : ''),
    explain: (entry) => explainEntry('commission', entry, money),
  }),
  column({
    id: 'cash',
    header: 'Cash',
    width: 110,
    align: 'end',
    hint: ({ cash }) =>
      cash === null
        ? 'Not known: futures and currencies move cash otherwise, or IBKR has not told the commission or the currency yet'
        : 'What it did to the cash, commission included',
    sortBy: ({ cash }) => cash,
    cell: ({ cash }) => <MoneyChange value={cash} arrow={false} />,
    explain: (entry) => explainEntry('cash', entry, money),
  }),
  column({
    id: 'currency',
    header: 'Cur',
    width: 48,
    sortBy: ({ currency }) => currency,
    cell: ({ currency }) => currency ?? '—',
  }),
  column({
    id: 'exchange',
    header: 'Venue',
    width: 80,
    hideBelow: 1140,
    sortBy: ({ exchange }) => exchange,
    cell: ({ exchange }) => exchange ?? '',
  }),
];
