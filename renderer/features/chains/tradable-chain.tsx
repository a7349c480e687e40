import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { expiryName } from '../../../shared/domain/contract-name';
import type { ChainContract, ChainUnderlying } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Side } from '../../../shared/domain/order-draft';
import { useAddToWatchlist } from '../../live/add-to-watchlist';
import { quoteNow } from '../../live/quote-store';
import { openTicket, useHeldOf } from '../../live/trade-actions';
import type { ChainFigure } from '../../state/chain-view';
import { useShowInstrument } from '../../state/linked-instrument';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { ChainGrid, type ChainPress } from './chain-grid';
import type { ChainLine } from './chain-lines';
import { contractItems, nameOf } from './contract-items';
import { SpotLine } from './spot-line';

/** The chain's table with what a press does: a bid sells into it, an ask buys from it — in a ticket, never sent. */
export function TradableChain({
  underlying,
  lines,
  figures,
  spot,
  expiry,
  centreKey,
  onVisible,
}: {
  readonly underlying: ChainUnderlying;
  readonly lines: ReadonlyArray<ChainLine>;
  readonly figures: ReadonlyArray<ChainFigure>;
  readonly spot: Decimal | null;
  readonly expiry: string | null;
  readonly centreKey: string;
  /** The strikes in sight, from the middle outwards. Give a stable function. */
  readonly onVisible: (strikes: ReadonlyArray<Decimal>) => void;
}) {
  const show = useShowInstrument();
  const heldOf = useHeldOf();
  const { mutate: add } = useAddToWatchlist();
  const [menu, setMenu] = useState<{ label: string; items: ReadonlyArray<MenuItem>; at: MenuPlace } | null>(
    null,
  );
  const named = (contract: ChainContract) => ({
    conid: contract.conid,
    symbol: nameOf(underlying.symbol, contract),
  });
  const ticket = (contract: ChainContract, side: Side): void => {
    const quote = quoteNow(contract.conid);
    const price = side === 'BUY' ? quote?.ask : quote?.bid;
    openTicket(named(contract), side, price == null ? {} : { price });
  };
  const itemsOf = (contract: ChainContract): ReadonlyArray<MenuItem> =>
    contractItems(named(contract), { show, heldOf, add });
  const onPress = ({ contract, figure }: ChainPress): void => {
    if (contract === null) return;
    if (figure === 'bid' || figure === 'bidSize') ticket(contract, 'SELL');
    else if (figure === 'ask' || figure === 'askSize') ticket(contract, 'BUY');
    else show(contract.conid, nameOf(underlying.symbol, contract));
  };
  const onKey = (event: KeyboardEvent, { contract }: ChainPress): void => {
    if (contract === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'b') ticket(contract, 'BUY');
    else if (event.key === 's') ticket(contract, 'SELL');
    else return;
    event.preventDefault();
  };
  const onMenu = ({ contract, line }: ChainPress, at: MenuPlace): void => {
    const one = contract ?? line.call ?? line.put;
    if (one === null) return;
    setMenu({ label: `Actions for ${nameOf(underlying.symbol, one)}`, items: itemsOf(one), at });
  };

  const [range, setRange] = useState<readonly [number, number]>([0, -1]);
  const onRange = useCallback((first: number, last: number) => setRange([first, last]), []);
  const seen = strikesBetween(lines, range);
  const seenKey = seen.join(',');
  useEffect(() => {
    if (seenKey !== '') onVisible(fromTheMiddle(seenKey.split(',') as Decimal[]));
  }, [onVisible, seenKey]);

  return (
    <>
      <ChainGrid
        label={`Options on ${underlying.symbol}${expiry === null ? '' : `, ${expiryName(expiry)}`}`}
        lines={lines}
        figures={figures}
        spot={spot}
        spotLine={<SpotLine conid={underlying.conid} symbol={underlying.symbol} />}
        centreKey={centreKey}
        onVisible={onRange}
        onPress={onPress}
        onKey={onKey}
        onMenu={onMenu}
      />
      {menu !== null && <Menu {...menu} onClose={() => setMenu(null)} />}
    </>
  );
}

const strikesBetween = (
  lines: ReadonlyArray<ChainLine>,
  [first, last]: readonly [number, number],
): Decimal[] => [
  ...new Set(lines.slice(first, last + 1).flatMap((line) => (line.kind === 'strike' ? line.strike : []))),
];

/** What the eye is on comes first. */
function fromTheMiddle(strikes: ReadonlyArray<Decimal>): Decimal[] {
  const middle = strikes.length / 2;
  return strikes
    .map((strike, at) => ({ strike, away: Math.abs(at - middle) }))
    .sort((a, b) => a.away - b.away)
    .map(({ strike }) => strike);
}
