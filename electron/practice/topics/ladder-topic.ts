import { incrementAt, priceText, roundToTick } from '../market/ticks';
import { withCommas } from '../money';
import { hash } from '../random';
import type { World } from '../world';
import type { Send, Topic } from './topic';

const levels = 10;

/** `sbd`: a price ladder around the market; rows from high to low, `focus` on the last price. */
export function createLadderTopic(world: World, send: Send): Topic {
  const stops = new Map<string, () => void>();
  const push = (account: string, conid: number) => {
    const instrument = world.market.catalogue.byConid(conid);
    if (instrument === undefined) return;
    const quote = world.market.quote(instrument);
    const increment = incrementAt(instrument.increments, quote.last);
    const rows = Array.from({ length: 2 * levels + 1 }, (_, row) => {
      const price = roundToTick(instrument, quote.last + (levels - row) * increment);
      const size = withCommas(quote.bidSize * (1 + (hash(conid, Math.round(price / increment), 9) % 4)));
      const side = price >= quote.ask ? { ask: size } : price <= quote.bid ? { bid: size } : {};
      return { row, focus: row === levels ? 1 : 0, price: priceText(instrument, price), ...side };
    });
    send({ topic: `sbd+${account}+${conid}`, data: rows });
  };
  return {
    channel: 'bd',
    subscribe: (target) => {
      const [account = '', conid = ''] = target.split('+');
      if (world.account(account) === undefined) {
        send({ error: 'Invalid account', code: 500, topic: 'sbd' });
        return;
      }
      stops.get(account)?.();
      push(account, Number(conid));
      stops.set(
        account,
        world.clock.every(1000, () => push(account, Number(conid))),
      );
    },
    unsubscribe: (target) => {
      const [account = ''] = target.split('+');
      stops.get(account)?.();
      stops.delete(account);
    },
    end: () => {
      for (const stop of stops.values()) stop();
    },
  };
}
