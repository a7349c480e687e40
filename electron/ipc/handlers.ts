import type { PorticoContract } from '../../shared/ipc/contract';
import type { Handlers } from '../../shared/ipc/define';
import { accountHandlers, type AccountServices } from './handlers/account-handlers';
import { deskHandlers, type DeskServices } from './handlers/desk-handlers';
import { marketHandlers, type MarketServices } from './handlers/market-handlers';
import { orderHandlers, type OrderServices } from './handlers/order-handlers';

/** What the window's words are answered with. */
export interface Services extends AccountServices, DeskServices, MarketServices, OrderServices {}

/** The contract, area by area. A name missing in its area, or an area missing here, does not compile. */
export const createHandlers = (services: Services): Handlers<PorticoContract> => ({
  ...deskHandlers(services),
  ...accountHandlers(services),
  ...marketHandlers(services),
  ...orderHandlers(services),
});
