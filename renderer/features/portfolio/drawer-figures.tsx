import { useQuery } from '@tanstack/react-query';
import { quantityText, unknownText } from '../../format/number-text';
import { contractsQueries } from '../../ipc/contracts-queries';
import { useReady } from '../../live/session-feed';
import { Money, MoneyChange, useMoney } from '../../ui/discreet';
import { Explained } from '../../ui/explain';
import { explainPosition } from './position-explain';
import { classText, contractText, quoteUnit } from './position-names';
import type { PositionRow } from './position-row';

/** Every figure of one holding, each explained, and the facts of its contract. */
export function DrawerFigures({
  row,
  base,
  ratesAsOfMs,
}: {
  readonly row: PositionRow;
  readonly base: string | null;
  readonly ratesAsOfMs: number | null;
}) {
  const ready = useReady();
  const money = useMoney();
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(row.conid), enabled: ready });
  const { quantity, averagePrice, averageCost, value, valueBase, day, unrealized, realized } =
    explainPosition;
  const figures = [
    { name: 'Quantity', explain: quantity, shown: <Money value={row.quantity} as="quantity" /> },
    { name: 'Average price', explain: averagePrice, shown: <Money value={row.averagePrice} places={4} /> },
    { name: 'Average cost', explain: averageCost, shown: <Money value={row.averageCost} /> },
    {
      name: `Market value, ${row.currency ?? ''}`,
      explain: value,
      shown: <Money value={row.marketValue} />,
    },
    ...(row.currency === base
      ? []
      : [
          {
            name: `Market value, ${base ?? 'base'}`,
            explain: valueBase,
            shown: <Money value={row.marketValueBase} />,
          },
        ]),
    { name: 'Day P&L', explain: day, shown: <MoneyChange value={row.dayPnl} /> },
    { name: 'Unrealised', explain: unrealized, shown: <MoneyChange value={row.unrealizedPnl} /> },
    { name: 'Realised', explain: realized, shown: <MoneyChange value={row.realizedPnl} /> },
  ];
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    ['Contract', contractText(row) || null],
    ['Class', classText(row)],
    ['Sector', row.sector],
    ['Industry', row.industryGroup],
    ['Exchange', row.exchange ?? instrument?.exchange ?? null],
    ['Quoted in', quoteUnit(row)],
    ['Multiplier', row.multiplier === null ? null : quantityText(row.multiplier)],
    ['Contract id', String(row.conid)],
  ];
  return (
    <>
      <dl className="fact-list">
        {figures.map(({ name, explain, shown }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Explained explain={() => explain(row, { money, base, ratesAsOfMs })}>{shown}</Explained>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="fact-list">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text ?? unknownText}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
