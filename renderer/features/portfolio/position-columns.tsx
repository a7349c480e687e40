import { type Decimal, sign } from '../../../shared/domain/decimal';
import { numberText, quantityText, shareText } from '../../format/number-text';
import { percentOf } from '../../format/percent-of';
import { Change } from '../../ui/change';
import { Money } from '../../ui/discreet';
import { type ColumnContext, columnKinds, type PositionColumn } from './column-kinds';
import { LastCell, quotedPrice } from './last-cell';
import { explainPosition, explainWeight } from './position-explain';
import { averageText, classText, contractText, expiryText, quoteUnit } from './position-names';
import type { PositionRow } from './position-row';
import { totalCell } from './position-totals';

/** Every column there is, in their usual order. Which are shown, and in what order, the user decides. */
export function positionColumns(given: ColumnContext): ReadonlyArray<PositionColumn> {
  const { money, base, netLiquidation, accountName } = given;
  const { words, amount, gain, percent, totals, context } = columnKinds(given);
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
      explain: (row) => explainPosition.change(row, context),
      cell: (row) => <Change value={row.change} arrow={false} />,
    },
    percent('change-percent', 'Chg %', (row) => row.changePercent, explainPosition.change, {
      hideBelow: 1090,
    }),
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
    gain(
      'day',
      'Day P&L',
      [(row) => row.dayPnl, (row) => row.dayPnlBase],
      [explainPosition.day, explainPosition.dayBase],
      {
        hideBelow: 640,
      },
    ),
    percent('day-percent', 'Day %', (row) => row.dayPercent, explainPosition.day, { hideBelow: 1450 }),
    gain(
      'gain',
      'Unrealised',
      [(row) => row.unrealizedPnl, (row) => row.unrealizedPnlBase],
      [explainPosition.unrealized, explainPosition.unrealizedBase],
    ),
    percent('gain-percent', 'Unreal. %', (row) => row.unrealizedPercent, explainPosition.unrealized, {
      hideBelow: 1010,
    }),
    gain(
      'realized',
      'Realised',
      [(row) => row.realizedPnl, (row) => row.realizedPnlBase],
      [explainPosition.realized, explainPosition.realizedBase],
      {
        hideBelow: 1650,
      },
    ),
    {
      ...percent(
        'weight',
        'Weight',
        weightOf,
        (row, own) => explainWeight(row, weightOf(row), netLiquidation, own),
        { width: 66, hideBelow: 740 },
      ),
      hint: () => 'Market value in the base currency as a share of net liquidation',
      cell: (row) => shareText(weightOf(row)),
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
