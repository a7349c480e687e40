import type { Handlers } from '../../../shared/ipc/define';
import type { ordersContract } from '../../../shared/ipc/orders-contract';
import type { tradingContract } from '../../../shared/ipc/trading-contract';
import type { OrderService } from '../../services/orders/order-service';
import type { Trading } from '../../services/trading/trading';
import type { Answer } from './answers';

export interface OrderServices {
  readonly orders: OrderService;
  readonly trading: Trading;
  readonly startJournalAfresh: (
    typed: string,
  ) => Answer<typeof tradingContract, 'trading.startJournalAfresh'>;
}

/** Everything that may change an order, and what allows it. */
export const orderHandlers = ({
  orders,
  trading,
  startJournalAfresh,
}: OrderServices): Handlers<typeof ordersContract & typeof tradingContract> => ({
  'orders.preview': orders.preview,
  'orders.estimate': orders.estimate,
  'orders.submit': orders.submit,
  'orders.answer': orders.answer,
  'orders.cancel': orders.cancel,
  'orders.checkNow': orders.checkNow,
  'orders.resolve': orders.resolve,
  'orders.watch': orders.watch,
  'orders.acceptAlarm': orders.acceptAlarm,
  'orders.planCancel': orders.planCancel,
  'orders.cancelMany': orders.cancelMany,
  'orders.timeline': orders.timeline,

  'trading.watch': (_input, emit) => trading.watch(emit),
  'trading.arm': ({ typed }) => trading.arm(typed),
  'trading.disarm': trading.disarm,
  'trading.killSwitch': ({ scope, typed = '' }) => trading.killSwitch(scope, typed),
  'trading.release': ({ typed }) => trading.release(typed),
  'trading.releaseDay': ({ kind, typed }) => trading.releaseDay(kind, typed),
  'trading.startJournalAfresh': ({ typed }) => startJournalAfresh(typed),
  'trading.setLimits': ({ limits }) => trading.setLimits(limits),
  'questions.list': trading.questions,
  'questions.suppress': ({ messageIds }) => trading.suppress(messageIds),
  'questions.reset': trading.resetQuestions,
});
