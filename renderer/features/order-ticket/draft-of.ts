import type { Decimal } from '../../../shared/domain/decimal';
import type { AlgoChoice } from '../../../shared/domain/algo';
import type { AccountId } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderAllocation } from '../../../shared/domain/order-allocation';
import { orderTypeOf, orderTypes } from '../../../shared/domain/order-types';
import { typedDecimal } from '../../format/typed-decimal';
import { type TicketForm, tifOf } from './ticket-form';

/** The draft the form amounts to, or what is still missing in words. */
export function draftOf(
  form: TicketForm,
  accountId: AccountId,
  /** What the chosen algorithm calls its parameters, by id. */
  names: Readonly<Record<string, string>> = {},
): OrderDraft | string {
  const facts = orderTypes[form.orderType];
  const quantity = valueOf(form.quantity);
  const limitPrice = facts.limit === 'none' ? null : valueOf(form.limitPrice);
  const stopPrice = facts.stop === 'none' ? null : valueOf(form.stopPrice);
  const trail = facts.trail ? valueOf(form.trail) : null;
  const offset = facts.offset ? valueOf(form.offset) : null;
  const gain = form.takeProfit === null ? null : valueOf(form.takeProfit.price);
  const loss = form.stopLoss === null ? null : valueOf(form.stopLoss.price);
  const missing = [
    quantity === null ? 'a quantity' : null,
    facts.trail && trail === null ? 'a trailing distance' : null,
    facts.offset && offset === null ? 'an offset' : null,
    unread(facts.stop === 'required', facts.stop, form.stopPrice)
      ? `a ${stopName(form.orderType).toLowerCase()}`
      : null,
    unread(facts.limit === 'required', facts.limit, form.limitPrice)
      ? `a ${limitName(form.orderType).toLowerCase()}`
      : null,
    form.takeProfit !== null && gain === null ? 'a take-profit price' : null,
    form.stopLoss !== null && loss === null ? 'a stop-loss price' : null,
    form.stopLoss !== null && unread(false, 'optional', form.stopLoss.limit) ? 'a limit of the stop' : null,
  ].filter((word) => word !== null);
  if (quantity === null || missing.length > 0) return `Enter ${listed(missing)}.`;
  const allocation = allocationOf(form);
  if (typeof allocation === 'string') return allocation;
  const { conid, side, orderType, tif, outsideRth } = form;
  return {
    ...{ accountId, conid, side, quantity, orderType, limitPrice, stopPrice, tif, outsideRth },
    ...(trail === null ? {} : { trail: { unit: form.trailUnit, value: trail } }),
    ...(offset === null ? {} : { offset }),
    ...(form.takeProfit === null || gain === null
      ? {}
      : { takeProfit: { limitPrice: gain, ...lifeOf(form.takeProfit) } }),
    ...(form.stopLoss === null || loss === null
      ? {}
      : {
          stopLoss: { stopPrice: loss, limitPrice: valueOf(form.stopLoss.limit), ...lifeOf(form.stopLoss) },
        }),
    ...(form.route === null ? {} : { route: form.route }),
    ...(form.algo === null ? {} : { algo: algoOf(form.algo, names) }),
    ...(allocation === null ? {} : { allocation }),
    ...(form.group.length === 0 ? {} : { group: form.group.map(({ order }) => order) }),
  };
}

/** Empty inputs are left out: what is required is missed by the rules, not sent as nothing. */
const algoOf = (
  { id, name, values }: NonNullable<TicketForm['algo']>,
  names: Readonly<Record<string, string>>,
): AlgoChoice => ({
  ...{ id, name },
  parameters: Object.entries(values).flatMap(([parameter, value]) =>
    value === '' ? [] : [{ id: parameter, name: names[parameter] ?? parameter, value }],
  ),
});

/** Who gets it, or what is missing in words. */
function allocationOf({ allocation }: TicketForm): OrderAllocation | string | null {
  if (allocation === null || allocation.kind === 'group') return allocation;
  const shares: Array<{ accountId: AccountId; quantity: Decimal }> = [];
  for (const [accountId, typed] of Object.entries(allocation.shares)) {
    if (typed.trim() === '') continue;
    const quantity = valueOf(typed);
    if (quantity === null) return `Enter the share of ${accountId}.`;
    // The keys are the account ids main listed.
    shares.push({ accountId: accountId as AccountId, quantity });
  }
  return shares.length === 0 ? 'Enter what each account gets.' : { kind: 'shares', shares };
}

/** The draft a working order stands for, to say what a change changes. */
export const draftOfOrder = (order: Order): OrderDraft => ({
  accountId: order.accountId,
  conid: order.conid,
  side: order.side,
  quantity: order.quantity ?? ('0' as Decimal),
  orderType: orderTypeOf(order.orderType) ?? 'LMT',
  limitPrice: order.limitPrice,
  stopPrice: order.stopPrice,
  tif: tifOf(order.tif),
  outsideRth: order.outsideRth ?? false,
  ...(order.route == null ? {} : { route: order.route }),
  ...(order.trail == null ? {} : { trail: order.trail }),
});

/** What the stop is to this type, as its field is called. */
export const stopName = (type: TicketForm['orderType']): string =>
  type === 'MIT' || type === 'LIT' ? 'Trigger price' : type === 'TRAIL' ? 'Initial stop' : 'Stop price';

export const limitName = (type: TicketForm['orderType']): string =>
  type === 'MIDPRICE' || type === 'REL' ? 'Price cap' : 'Limit price';

const lifeOf = ({ tif, outsideRth }: { tif: 'DAY' | 'GTC'; outsideRth: boolean }) => ({ tif, outsideRth });

/** Missing where it must be; unreadable where it may be: what was typed is never left out silently. */
const unread = (required: boolean, need: 'required' | 'optional' | 'none', text: string): boolean =>
  need !== 'none' && valueOf(text) === null && (required || text.trim() !== '');

function valueOf(typed: string): Decimal | null {
  const read = typedDecimal(typed);
  return read.kind === 'value' ? read.value : null;
}

const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
