import type { Quote } from '../../../shared/domain/quote';
import { isDecimal } from '../../../shared/domain/decimal';
import { marketFieldOf } from '../../../shared/domain/market-field';
import { fieldText, quoteValue } from '../../format/field-text';
import { quantityText, shareText, unknownText } from '../../format/number-text';
import type { ChainFigure } from '../../state/chain-view';

export const strikeWidth = 96;
const figureWidth = 64;

export interface ChainColumn {
  readonly side: 'C' | 'P';
  readonly figure: ChainFigure;
}

/** Both sides around the strike, mirrored; what does not fit is left out from the outside in. */
export function chainColumns(
  figures: ReadonlyArray<ChainFigure>,
  width: number,
): { readonly calls: ReadonlyArray<ChainColumn>; readonly puts: ReadonlyArray<ChainColumn> } {
  const room =
    width === 0 ? figures.length : Math.max(2, Math.floor((width - strikeWidth) / 2 / figureWidth));
  const shown = figures.slice(0, room);
  const column = (side: 'C' | 'P') => (figure: ChainFigure) => ({ side, figure });
  return { calls: mirrored(shown).map(column('C')), puts: shown.map(column('P')) };
}

/** From the outside in; a bid stands left of its ask on either side. */
function mirrored(figures: ReadonlyArray<ChainFigure>): ChainFigure[] {
  const swapped: Partial<Record<ChainFigure, ChainFigure>> = {
    ...(figures.includes('bid') && figures.includes('ask') && { bid: 'ask', ask: 'bid' }),
    ...(figures.includes('bidSize') &&
      figures.includes('askSize') && { bidSize: 'askSize', askSize: 'bidSize' }),
  };
  return [...figures].reverse().map((figure) => swapped[figure] ?? figure);
}

const heads: Partial<Record<ChainFigure, string>> = {
  optionOpenInterest: 'Open int',
  bidSize: 'Bid size',
  askSize: 'Ask size',
};
export const figureHead = (figure: ChainFigure): string =>
  heads[figure] ?? marketFieldOf(figure)?.short ?? figure;
export const figureName = (figure: ChainFigure): string => marketFieldOf(figure)?.name ?? figure;

/** As it stands in a cell: whole contracts are counted in full, volatility to a tenth of a percent. */
export function figureText(figure: ChainFigure, quote: Quote | null): string {
  const value = quoteValue(quote, figure);
  if (value === null) return unknownText;
  if (isDecimal(value)) {
    if (figure === 'optionOpenInterest' || figure === 'volume') return quantityText(value);
    if (figure === 'impliedVolatility') return shareText(value, 1);
  }
  return fieldText(marketFieldOf(figure)?.kind ?? 'text', value);
}
