import { big } from '../money';
import { hash } from '../random';
import type { World } from '../world';
import type { Account } from './account';
import { legsOf } from './combo';
import { wirePosition } from './wire-position';

/**
 * `/portfolio/{a}/combo/positions` (recorded/portfolio/combo-positions--ibkrdocs): what was traded as a
 * combination, as long as every leg is still held in that measure.
 */
export function wireCombos(world: World, account: Account): Record<string, unknown>[] {
  return [...account.combos.values()].flatMap(({ instrument, quantity }) => {
    const rows = legsOf(instrument).map((leg) => {
      const wanted = quantity.times(leg.ratio);
      const held = account.positions.get(leg.instrument.conid);
      const covers = held?.quantity.gt(0) === wanted.gt(0) && held.quantity.abs().gte(wanted.abs());
      if (held === undefined || wanted.eq(0) || !covers) return null;
      const share = wanted.div(held.quantity);
      return wirePosition(
        world,
        account.id,
        { ...held, quantity: wanted, cost: held.cost.times(share), realized: big(0) },
        false,
      );
    });
    if (rows.includes(null)) return [];
    const legs = legsOf(instrument).map((leg) => ({ conid: String(leg.instrument.conid), ratio: leg.ratio }));
    const description = legs
      .map(({ conid, ratio }, index) => `${index > 0 && ratio > 0 ? '+' : ''}${ratio}*${conid}`)
      .join('');
    const number = legs.reduce((seed, { conid, ratio }) => hash(seed, Number(conid), ratio), 7);
    return [{ name: `CP.CP${number.toString(16).padStart(8, '0')}`, description, legs, positions: rows }];
  });
}
