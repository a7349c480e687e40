import type { ChainContract } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import { quoteLook, quoteStateOf, quoteStateWords } from '../../format/quote-state';
import { unknownText } from '../../format/number-text';
import { useQuote } from '../../live/quote-store';
import { useStreaming } from '../../live/session-feed';
import { Change } from '../../ui/change';
import { PriceCell } from '../../ui/price-cell';
import { type ChainColumn, figureText } from './chain-columns';

/** The figures of one side of a strike. It listens to its own contract alone: a tick paints one side of one line. */
export function ChainSide({
  contract,
  known,
  columns,
  inTheMoney,
  cell,
}: {
  readonly contract: ChainContract | null;
  readonly known: boolean;
  readonly columns: ReadonlyArray<ChainColumn>;
  readonly inTheMoney: boolean;
  /** What the table adds to each cell: its place, its tab stop. */
  readonly cell: (at: number) => { readonly 'data-cell': string; readonly tabIndex: 0 | -1 };
}) {
  const quote = useQuote(contract?.conid ?? null);
  const streaming = useStreaming();
  const state = quoteStateOf(quote, streaming);
  const { meaning } = quoteStateWords[state];
  return columns.map(({ side, figure }, at) => (
    <td
      key={`${side} ${figure}`}
      role="gridcell"
      data-side={side}
      data-figure={figure}
      className={`cell-end${inTheMoney ? ' chain-itm' : ''}${figure === 'bid' || figure === 'ask' ? ' chain-quote' : ''}`}
      title={titleOf(contract, known, figure, meaning)}
      {...cell(at)}
    >
      {contract === null ? (
        <span className="chain-none">{known ? '' : '·'}</span>
      ) : (
        <span className={quoteLook(state)}>
          {figure === 'bid' || figure === 'ask' || figure === 'last' ? (
            <PriceCell value={quote?.[figure] ?? null} digits={null} />
          ) : figure === 'changePercent' ? (
            <Change value={quote?.changePercent ?? null} suffix="%" />
          ) : quote === null ? (
            unknownText
          ) : (
            figureText(figure, quote)
          )}
        </span>
      )}
    </td>
  ));
}

function titleOf(
  contract: ChainContract | null,
  known: boolean,
  figure: ChainColumn['figure'],
  meaning: string,
): string {
  if (contract === null) return known ? 'Not listed on this day.' : 'Not looked up yet.';
  const what = [contract.words, contract.tradingClass, contract.exchange]
    .filter((part) => part !== null)
    .join(' · ');
  const press =
    figure === 'bid' ? ' Press to sell at the bid.' : figure === 'ask' ? ' Press to buy at the ask.' : '';
  return `${what}. ${meaning}${press}`;
}

/** The strike between both sides; an arrow points to the side that is in the money, for who sees no shade. */
export function StrikeText({
  strike,
  text,
  spot,
}: {
  readonly strike: Decimal;
  readonly text: string;
  readonly spot: Decimal | null;
}) {
  const callPays = spot !== null && Number(strike) < Number(spot);
  const putPays = spot !== null && Number(strike) > Number(spot);
  return (
    <>
      <span className="chain-arrow" aria-hidden="true">
        {callPays ? '◂' : ''}
      </span>
      <span>{text}</span>
      <span className="chain-arrow" aria-hidden="true">
        {putPays ? '▸' : ''}
      </span>
      {(callPays || putPays) && (
        <span className="hidden-text">, {callPays ? 'call' : 'put'} in the money</span>
      )}
    </>
  );
}
