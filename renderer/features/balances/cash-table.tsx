import type { Decimal } from '../../../shared/domain/decimal';
import type { Ledger } from '../../../shared/domain/portfolio';
import { priceText, quantityText } from '../../format/number-text';
import { Money, MoneyChange, type MoneyText, useMoney } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import { type FigureColumn, FigureGrid } from '../../ui/figure-grid';
import { type BalanceFigure, type BalanceRow, balancesOf } from './ledger-figures';
import { figureTexts } from './figure-texts';

/** Cash and what is in each currency; IBKR's own total in the base currency closes the table, once. */
export function CashTable({
  ledger,
  inBase,
  baseCurrency,
}: {
  readonly ledger: Ledger;
  readonly inBase: boolean;
  readonly baseCurrency: string | null;
}) {
  const money = useMoney();
  const base = baseCurrency ?? 'base';
  const explain = (figure: BalanceFigure) => (row: BalanceRow) =>
    explained(figure, row, { ledger, inBase, base, money });
  const column = (figure: BalanceFigure, hideBelow: number): FigureColumn<BalanceRow> => ({
    id: figure,
    header: figureTexts[figure].header,
    hint: figureTexts[figure].definition,
    hideBelow,
    cell: (row) =>
      figure === 'unrealizedPnl' || figure === 'realizedPnl' ? (
        <MoneyChange value={row[figure]} />
      ) : (
        <Money value={row[figure]} />
      ),
    explain: explain(figure),
  });
  const columns: ReadonlyArray<FigureColumn<BalanceRow>> = [
    {
      id: 'currency',
      header: 'Currency',
      align: 'start',
      cell: ({ row, cash }) => (
        <>
          {row.isBase ? `All, in ${base}` : row.currency}
          {isBorrowed(cash) && <span className="borrowed">borrowed</span>}
        </>
      ),
    },
    column('cash', 0),
    column('settledCash', 0),
    column('unsettledCash', 620),
    column('marketValue', 0),
    column('netLiquidation', 0),
    column('interest', 780),
    column('dividends', 780),
    column('unrealizedPnl', 880),
    column('realizedPnl', 1000),
    {
      id: 'rate',
      header: 'FX rate',
      hint: `Units of ${base} for one unit of the currency`,
      cell: ({ row }) => (row.isBase ? '' : priceText(row.exchangeRate, 5)),
      explain: ({ row }) =>
        row.isBase
          ? null
          : {
              title: `${row.currency} rate`,
              value: quantityText(row.exchangeRate),
              definition: `One ${row.currency} in ${base}, as IBKR values it.`,
              source: `/portfolio/…/ledger, ${row.currency}.exchangerate`,
              asOfMs: row.brokerMs ?? ledger.asOfMs,
              currency: base,
            },
    },
  ];
  return (
    <FigureGrid
      label="Cash by currency"
      rows={balancesOf(ledger, inBase)}
      columns={columns}
      rowId={({ row }) => row.currency}
      isTotal={({ row }) => row.isBase}
    />
  );
}

const isBorrowed = (cash: Decimal | null): boolean => cash !== null && cash.startsWith('-');

function explained(
  figure: BalanceFigure,
  { row, ...amounts }: BalanceRow,
  { ledger, inBase, base, money }: { ledger: Ledger; inBase: boolean; base: string; money: MoneyText },
): Explanation {
  const texts = figureTexts[figure];
  const converted = inBase && !row.isBase;
  const own = balancesOf({ ...ledger, rows: [row] }, false)[0];
  const classes = figure === 'marketValue' ? row.byClass.filter(({ value }) => Number(value) !== 0) : [];
  return {
    title: `${texts.header}, ${row.isBase ? 'all currencies' : row.currency}`,
    value: money.amount(amounts[figure]),
    definition: texts.definition,
    ...(converted
      ? {
          formula: `${texts.header} in ${row.currency} × FX rate`,
          rate: `${quantityText(row.exchangeRate)} ${base} for one ${row.currency}, IBKR’s ledger`,
        }
      : texts.formula === undefined
        ? {}
        : { formula: texts.formula }),
    inputs: [
      ...(converted ? [{ name: `In ${row.currency}`, value: money.amount(own?.[figure] ?? null) }] : []),
      ...classes.map(({ name, value }) => ({ name, value: money.amount(value) })),
    ],
    source: `/portfolio/…/ledger, ${row.currency}.${texts.field}`,
    asOfMs: row.brokerMs ?? ledger.asOfMs,
    currency: row.isBase || inBase ? base : row.currency,
    ...(row.isBase
      ? { caution: 'IBKR’s own total, shown as sent: it is not the sum of the rounded rows above.' }
      : {}),
  };
}
