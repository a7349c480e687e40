import { abs, type Decimal, multiply, sign, toMultiple } from '../../../shared/domain/decimal';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import type { Conid } from '../../../shared/domain/ids';
import { orderTypes } from '../../../shared/domain/order-types';
import { assetClassWord } from '../../format/asset-class';
import { priceText, quantityText } from '../../format/number-text';
import { closeTicket } from '../../live/trade-actions';
import { askTicket } from '../../state/ticket-requests';
import { showInstrument } from '../../state/workspace-store';
import type { Amount, OrderSentence } from './order-sentence';
import type { PaletteItem } from './palette-item';

type HeldOf = (conid: Conid) => Decimal | null;

/** One line for every way the sentence can be read, on every listing of the symbol. Each fills the ticket; none sends. */
export function orderItems(
  order: OrderSentence,
  matches: ReadonlyArray<InstrumentMatch>,
  heldOf: HeldOf,
): ReadonlyArray<PaletteItem> {
  const exact = matches.filter(({ symbol }) => symbol.toUpperCase() === order.symbol);
  return (exact.length > 0 ? exact : matches).flatMap((match) =>
    order.side === 'CLOSE'
      ? [closeItem(match, heldOf)]
      : order.amounts.flatMap((amount) =>
          order.prices.map((price) => fillItem(order, match, amount, price, heldOf)),
        ),
  );
}

function closeItem(match: InstrumentMatch, heldOf: HeldOf): PaletteItem {
  const held = heldOf(match.conid);
  return {
    id: `close ${match.conid}`,
    group: 'Fill the ticket',
    name: `Close ${match.symbol}`,
    detail: whereOf(match),
    obstacle: noneHeld(match.symbol, held),
    run: () => closeTicket(match, held),
  };
}

function fillItem(
  order: OrderSentence,
  match: InstrumentMatch,
  amount: Amount | null,
  price: Decimal | null,
  heldOf: HeldOf,
): PaletteItem {
  const side = order.side === 'BUY' ? 'BUY' : 'SELL';
  const held = heldOf(match.conid);
  const quantity =
    amount === null ? null : amount.kind === 'number' ? amount.value : shareOf(held, amount.share);
  const wrongWay = held !== null && sign(held) === (side === 'SELL' ? -1 : 1);
  const obstacle =
    amount?.kind !== 'share'
      ? null
      : (noneHeld(match.symbol, held) ??
        (wrongWay ? `That would add to the position in ${match.symbol}; say a number.` : null) ??
        (quantity === null ? 'The share is less than one unit.' : null));
  const { orderType, tif } = order;
  const words = [
    side === 'BUY' ? 'Buy' : 'Sell',
    quantity === null ? '' : quantityText(quantity),
    match.symbol,
    orderType === null ? '' : orderTypes[orderType].name,
    price === null ? '' : `@ ${priceText(price, null)}`,
    tif === null ? '' : tif.toLowerCase(),
  ];
  return {
    id: [side, match.conid, quantity ?? '', price ?? ''].join(' '),
    group: 'Fill the ticket',
    name: words.filter((word) => word !== '').join(' '),
    detail: whereOf(match),
    obstacle,
    run: () => {
      showInstrument(match.conid, match.symbol);
      askTicket({
        ...{ kind: 'new', conid: match.conid, symbol: match.symbol, side },
        ...(quantity !== null && { quantity }),
        ...(orderType !== null && { orderType }),
        ...(price !== null && (orderType === 'STP' ? { stopPrice: price } : { limitPrice: price })),
        ...(tif !== null && { tif }),
      });
    },
  };
}

/** A part of what is held, in whole units where the whole is one, rounded down; `null` where nothing is left of it. */
function shareOf(held: Decimal | null, share: Decimal): Decimal | null {
  if (held === null) return null;
  if (share === '1') return abs(held);
  const part = toMultiple(multiply(abs(held), share), '1' as Decimal, 'down');
  return sign(part) === 0 ? null : part;
}

const noneHeld = (symbol: string, held: Decimal | null): string | null =>
  held === null
    ? 'How much is held is not known yet.'
    : sign(held) === 0
      ? `Nothing is held of ${symbol}.`
      : null;

export const whereOf = ({ name, exchange, currency, assetClass }: InstrumentMatch): string =>
  [name, exchange, currency, assetClassWord(assetClass)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
