import { contractName } from '../../../shared/domain/contract-name';
import type { ChainContract } from '../../../shared/domain/chain';
import type { Decimal } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import { tradeItems } from '../../live/trade-actions';
import { showPanel } from '../../state/panel-requests';
import type { MenuItem } from '../../ui/menu';

/** A contract of a chain by its whole name: an option is never shown as its underlying's ticker. */
export const nameOf = (symbol: string, { expiry, strike, right }: ChainContract): string =>
  contractName({ symbol, expiry, strike, right });

/** What a contract of a chain offers; nothing of it sends an order. */
export function contractItems(
  contract: { readonly conid: Conid; readonly symbol: string },
  {
    show,
    heldOf,
    add,
  }: {
    readonly show: (conid: Conid, symbol: string) => void;
    readonly heldOf: (conid: Conid) => Decimal | null;
    readonly add: (conids: ReadonlyArray<Conid>) => void;
  },
): ReadonlyArray<MenuItem> {
  const open = (panelId: string) => (): void => {
    show(contract.conid, contract.symbol);
    showPanel(panelId);
  };
  return [
    { name: 'Quote', onPick: open('quote') },
    { name: 'Chart', onPick: open('chart') },
    { name: 'Contract', onPick: open('contract') },
    ...tradeItems(contract, heldOf(contract.conid)).map((item, index) =>
      index === 0 ? { ...item, newGroup: true } : item,
    ),
    { name: 'Add to the watchlist', newGroup: true, onPick: () => add([contract.conid]) },
  ];
}
