import type { Ledger, LedgerRow } from '../../../shared/domain/portfolio';
import { Money, useMoney } from '../../ui/discreet';
import { type FigureColumn, FigureGrid } from '../../ui/figure-grid';
import { ownEntry } from '../../../shared/own-entry';

/** IBKR's classes in words, in the order of a balance sheet. */
const classNames: Readonly<Record<string, string>> = {
  stockmarketvalue: 'Stocks',
  funds: 'Funds',
  moneyfunds: 'Money market funds',
  stockoptionmarketvalue: 'Options',
  futuremarketvalue: 'Futures',
  futureoptionmarketvalue: 'Options on futures',
  warrantsmarketvalue: 'Warrants',
  issueroptionsmarketvalue: 'Issuer options',
  corporatebondsmarketvalue: 'Corporate bonds',
  tbondsmarketvalue: 'Treasury bonds',
  tbillsmarketvalue: 'Treasury bills',
  commoditymarketvalue: 'Commodities',
  cryptocurrencyvalue: 'Crypto',
};

/** What the positions of each currency are made of; each column in its own currency, the last one IBKR's total. */
export function ClassTable({
  ledger,
  baseCurrency,
}: {
  readonly ledger: Ledger;
  readonly baseCurrency: string | null;
}) {
  const money = useMoney();
  const valueIn = (row: LedgerRow, name: string) =>
    row.byClass.find((each) => each.name === name)?.value ?? null;
  const used = [...new Set(ledger.rows.flatMap(({ byClass }) => byClass.map(({ name }) => name)))].filter(
    (name) => ledger.rows.some((row) => Number(valueIn(row, name)) !== 0),
  );
  if (used.length === 0) return null;
  const order = Object.keys(classNames);
  used.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const currencies = [...ledger.rows].sort((a, b) => Number(a.isBase) - Number(b.isBase));
  const columns: ReadonlyArray<FigureColumn<string>> = [
    {
      id: 'class',
      header: 'Positions by class',
      align: 'start',
      cell: (name) => ownEntry(classNames, name) ?? name,
    },
    ...currencies.map((row): FigureColumn<string> => ({
      id: row.currency,
      header: row.isBase ? `All, in ${baseCurrency ?? 'base'}` : row.currency,
      cell: (name) => <Money value={valueIn(row, name)} />,
      explain: (name) => ({
        title: `${ownEntry(classNames, name) ?? name}, ${row.isBase ? 'all currencies' : row.currency}`,
        value: money.amount(valueIn(row, name)),
        definition:
          'Market value of this class, in the currency of its column; futures count with their open profit.',
        source: `/portfolio/…/ledger, ${row.currency}.${name}`,
        asOfMs: row.brokerMs ?? ledger.asOfMs,
        currency: row.isBase ? baseCurrency : row.currency,
      }),
    })),
  ];
  return <FigureGrid label="Positions by class" rows={used} columns={columns} rowId={(name) => name} />;
}
