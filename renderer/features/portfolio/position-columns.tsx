import { type Decimal, multiply, sign } from '../../../shared/domain/decimal';
import { numberText, quantityText, shareText, unknownText } from '../../format/number-text';
import { percentOf } from '../../format/percent-of';
import { Change } from '../../ui/change';
import { Money, MoneyChange, type MoneyText } from '../../ui/discreet';
import type { Explanation } from '../../ui/explain';
import type { GridColumn } from '../../ui/grid-model';
import { PriceCell } from '../../ui/price-cell';
import { type ExplainContext, explainPosition, explainWeight } from './position-explain';
import {
  averageText,
  classText,
  contractText,
  expiryText,
  markWithoutNoise,
  quoteUnit,
} from './position-names';
import type { PositionRow } from './position-row';
import { totalCell } from './position-totals';

export interface ColumnContext {
  readonly money: MoneyText;
  readonly amountsIn: 'base' | 'local';
  readonly base: string | null;
  readonly ratesAsOfMs: number | null;
  readonly netLiquidation: Decimal | null;
  readonly complete: boolean;
  readonly accountName: (id: string) => string;
}

type Column = GridColumn<PositionRow>;

/** Every column there is, in their usual order. Which are shown, and in what order, the user decides. */
export function positionColumns(given: ColumnContext): ReadonlyArray<Column> {
  const { money, amountsIn, base, netLiquidation, complete, accountName } = given;
  const context: ExplainContext = given;
  const local = amountsIn === 'local';
  const unit = (row: PositionRow): string | null => (local ? row.currency : base);
  const raw = (value: Decimal | null): string => (value === null ? '' : money.hidden ? 'hidden' : value);
  const totals = { complete, context };

  const words = (
    id: string,
    header: string,
    width: number,
    text: (row: PositionRow) => string | null,
    more: Partial<Column> = {},
  ): Column => ({
    ...{ id, header, width, sortBy: text, text: (row) => text(row) ?? '' },
    cell: (row) => <span className="muted">{text(row) ?? unknownText}</span>,
    ...more,
  });
  const amount = (
    id: string,
    header: string,
    value: (row: PositionRow) => Decimal | null,
    explain: (row: PositionRow, context: ExplainContext) => Explanation,
    more: Partial<Column> = {},
  ): Column => ({
    ...{ id, header, width: 106, align: 'end', sortBy: value, text: (row) => raw(value(row)) },
    cell: (row) => <Money value={value(row)} />,
    explain: (row) => explain(row, context),
    ...more,
  });
  const gain = (
    id: string,
    header: string,
    [inOwn, inBase]: readonly [(row: PositionRow) => Decimal | null, (row: PositionRow) => Decimal | null],
    explain: (row: PositionRow, context: ExplainContext) => Explanation,
    more: Partial<Column> = {},
  ): Column => {
    const value = local ? inOwn : inBase;
    return {
      ...amount(id, header, value, explain, more),
      hint: (row) => unit(row) ?? undefined,
      cell: (row) => <MoneyChange value={value(row)} />,
      total: totalCell(header, inBase, 'change', { ...totals, withFutures: true }),
    };
  };
  const percent = (
    id: string,
    header: string,
    value: (row: PositionRow) => Decimal | null,
    more: Partial<Column> = {},
  ): Column => ({
    ...{ id, header, width: 78, align: 'end', sortBy: value, text: (row) => value(row) ?? '' },
    cell: (row) => <Change value={value(row)} suffix="%" arrow={false} />,
    ...more,
  });
  const weightOf = (row: PositionRow): Decimal | null => percentOf(row.marketValueBase, netLiquidation);

  return [
    {
      ...{ id: 'symbol', header: 'Symbol', width: 150, sortBy: (row) => row.symbol },
      hint: (row) => row.name ?? undefined,
      text: (row) => [row.symbol, contractText(row)].filter(Boolean).join(' '),
      cell: (row) => (
        <>
          <span className="symbol">{row.symbol}</span>
          <span className="beside">
            {contractText(row) || [row.exchange, row.currency].filter(Boolean).join(' · ')}
          </span>
          {row.otherQuantity !== null && (
            <span
              className="badge badge-warn"
              title="IBKR’s two lists contradict each other: explain the quantity"
            >
              2 lists
            </span>
          )}
        </>
      ),
    },
    words('account', 'Account', 110, (row) => accountName(row.accountId)),
    words('name', 'Name', 160, (row) => row.name, { hideBelow: 1250 }),
    words('class', 'Class', 90, classText, { hideBelow: 1540 }),
    words('sector', 'Sector', 110, (row) => row.sector, { hideBelow: 1360 }),
    words('group', 'Industry', 120, (row) => row.industryGroup),
    {
      ...amount('quantity', 'Quantity', (row) => row.quantity, explainPosition.quantity, { width: 80 }),
      cell: (row) => (
        <>
          <Money value={row.quantity} as="quantity" />
          {sign(row.quantity) < 0 && <span className="hidden-text"> short</span>}
        </>
      ),
    },
    {
      ...{ id: 'last', header: 'Last', width: 96, align: 'end', sortBy: (row) => row.marketPrice },
      text: (row) => `${quotedPrice(row) ?? ''}${quoteUnit(row) === 'GBX' ? ' GBX' : ''}`,
      explain: (row) => explainPosition.last(row, context),
      cell: (row) => <LastCell row={row} />,
    },
    {
      ...{ id: 'change', header: 'Change', width: 76, align: 'end', sortBy: (row) => row.change },
      text: (row) => row.change ?? '',
      cell: (row) => <Change value={row.change} arrow={false} />,
    },
    percent('change-percent', 'Chg %', (row) => row.changePercent, { hideBelow: 1090 }),
    {
      ...amount('average', 'Avg price', (row) => row.averagePrice, explainPosition.averagePrice),
      ...{
        width: 84,
        hideBelow: 930,
        cell: (row) => (money.hidden ? <Money value={row.averagePrice} /> : averageText(row.averagePrice)),
      },
    },
    amount('cost', 'Avg cost', (row) => row.averageCost, explainPosition.averageCost),
    amount('value', 'Market value', (row) => row.marketValue, explainPosition.value, {
      hideBelow: 850,
      hint: (row) => row.currency ?? undefined,
    }),
    amount(
      'value-base',
      base === null ? 'In base' : `In ${base}`,
      (row) => row.marketValueBase,
      explainPosition.valueBase,
      {
        hideBelow: 760,
        total: totalCell('Market value', (row) => row.marketValueBase, 'amount', {
          ...totals,
          withFutures: false,
        }),
      },
    ),
    gain('day', 'Day P&L', [(row) => row.dayPnl, (row) => row.dayPnlBase], explainPosition.day, {
      hideBelow: 640,
    }),
    percent('day-percent', 'Day %', (row) => row.dayPercent, { hideBelow: 1450 }),
    gain(
      'gain',
      'Unrealised',
      [(row) => row.unrealizedPnl, (row) => row.unrealizedPnlBase],
      local ? explainPosition.unrealized : explainPosition.unrealizedBase,
    ),
    percent('gain-percent', 'Unreal. %', (row) => row.unrealizedPercent, { hideBelow: 1010 }),
    gain(
      'realized',
      'Realised',
      [(row) => row.realizedPnl, (row) => row.realizedPnlBase],
      explainPosition.realized,
      {
        hideBelow: 1650,
      },
    ),
    {
      ...percent('weight', 'Weight', weightOf, { width: 66, hideBelow: 740 }),
      hint: () => 'Market value in the base currency as a share of net liquidation',
      cell: (row) => shareText(weightOf(row)),
      explain: (row) => explainWeight(row, weightOf(row), netLiquidation, context),
    },
    words('currency', 'Currency', 72, (row) => row.currency),
    words('exchange', 'Exchange', 84, (row) => row.exchange),
    words(
      'multiplier',
      'Multiplier',
      78,
      (row) => (row.multiplier === null ? null : quantityText(row.multiplier)),
      { align: 'end' },
    ),
    words('expiry', 'Expiry', 88, (row) => row.expiry, {
      cell: (row) => <span className="muted">{expiryText(row.expiry)}</span>,
    }),
    words('strike', 'Strike', 76, (row) => (row.strike === null ? null : numberText(row.strike, 2)), {
      align: 'end',
    }),
    words('right', 'Right', 60, (row) => (row.right === 'C' ? 'Call' : row.right === 'P' ? 'Put' : null)),
  ];
}

/** The price in the units it is quoted in; London's pence say so. A resting mark is IBKR's own. */
function LastCell({ row }: { readonly row: PositionRow }) {
  return (
    <span
      title={row.liveMs === null ? 'IBKR’s mark: no live price here now' : undefined}
      className={row.liveMs === null && row.previousClose === null ? 'muted' : undefined}
    >
      <PriceCell value={quotedPrice(row)} digits={null} />
      {quoteUnit(row) === 'GBX' && (
        <span className="unit" title="Quoted in pence, a hundredth of a pound">
          GBX
        </span>
      )}
    </span>
  );
}

const quotedPrice = ({ marketPrice, priceMagnification, liveMs }: PositionRow): Decimal | null => {
  if (marketPrice === null) return null;
  const price = multiply(marketPrice, priceMagnification);
  return liveMs === null ? markWithoutNoise(price) : price;
};

/** What a preset shows. */
export const columnPresets: ReadonlyArray<{
  readonly name: string;
  readonly columns: ReadonlyArray<string> | null;
}> = [
  { name: 'As wide as the panel', columns: null },
  { name: 'Basic', columns: ['symbol', 'quantity', 'last', 'value-base', 'gain', 'gain-percent', 'weight'] },
  {
    name: 'Day trade',
    columns: [
      'symbol',
      'quantity',
      'last',
      'change',
      'change-percent',
      'average',
      'day',
      'day-percent',
      'gain',
      'realized',
    ],
  },
  {
    name: 'Long term',
    columns: [
      'symbol',
      'name',
      'sector',
      'group',
      'quantity',
      'cost',
      'last',
      'value',
      'value-base',
      'gain',
      'gain-percent',
      'weight',
      'currency',
    ],
  },
  {
    name: 'Options',
    columns: [
      'symbol',
      'expiry',
      'strike',
      'right',
      'multiplier',
      'quantity',
      'average',
      'cost',
      'last',
      'value',
      'day',
      'gain',
      'weight',
    ],
  },
];
