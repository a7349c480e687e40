import type { Decimal } from '../../../shared/domain/decimal';
import type { Margin } from '../../../shared/domain/margin';
import { dateTimeText } from '../../format/time-text';
import { Money, useMoney } from '../../ui/discreet';
import { type FigureColumn, FigureGrid } from '../../ui/figure-grid';
import { marginKeys, marginTexts, type MarginKey } from './margin-texts';

/** IBKR keeps every figure three times: as of now, as of the next change of requirements, and outside intraday rules. */
const times = [
  { prefix: '', header: 'Now', added: '' },
  { prefix: 'lookahead', header: 'Ahead', added: ' As it will be when requirements change next.' },
  { prefix: 'full', header: 'Overnight', added: ' As it is outside intraday rules, that is overnight.' },
] as const;

const segments = [
  { id: 'total', name: 'Account', suffix: '' },
  { id: 'securities', name: 'Securities', suffix: '-s' },
  { id: 'commodities', name: 'Commodities', suffix: '-c' },
  { id: 'crypto', name: 'Crypto', suffix: '-p' },
] as const;

/** What the positions require and what is left, for the account and for each segment something is kept in. */
export function MarginTable({ margin }: { readonly margin: Margin }) {
  const money = useMoney();
  const figure = (key: string, segment: (typeof segments)[number]['id']): Decimal | null =>
    margin.rows.find((row) => row.key === key)?.[segment] ?? null;
  const used = segments.filter(({ id }) => margin.rows.some((row) => Number(row[id]) !== 0));
  // One segment alone is the account.
  const shown = segments.filter(
    (segment) => segment.id === 'total' || (used.length > 2 && used.includes(segment)),
  );
  return shown.map(({ id, name, suffix }) => {
    const columns: ReadonlyArray<FigureColumn<MarginKey>> = [
      {
        id: 'name',
        header: id === 'total' ? `Margin, ${margin.baseCurrency ?? 'base currency'}` : name,
        align: 'start',
        cell: (key) => marginTexts[key].name,
      },
      ...times.map(({ prefix, header, added }): FigureColumn<MarginKey> => ({
        id: header,
        header:
          prefix === 'lookahead' && margin.lookAheadMs !== null
            ? `From ${dateTimeText(margin.lookAheadMs)}`
            : header,
        // IBKR knows equity only as it is now.
        cell: (key) =>
          prefix !== '' && key === 'equitywithloanvalue' ? '' : <Money value={figure(prefix + key, id)} />,
        explain: (key) => ({
          title: `${marginTexts[key].name}, ${header.toLowerCase()}`,
          value: money.amount(figure(prefix + key, id)),
          definition: marginTexts[key].definition + added,
          source: `/portfolio/…/summary, ${prefix}${key}${suffix}`,
          asOfMs: margin.brokerMs ?? margin.asOfMs,
          currency: margin.baseCurrency,
        }),
      })),
    ];
    return (
      <FigureGrid
        key={id}
        label={id === 'total' ? 'Margin' : `Margin, ${name.toLowerCase()}`}
        rows={marginKeys}
        columns={columns}
        rowId={(key) => key}
      />
    );
  });
}
