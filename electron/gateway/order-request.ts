import { z } from 'zod';
import { withoutNulls } from './encode';

/** An order in wire names, ready to be sent: no nulls, a numeric conid, numbers as numbers. */
export type WireOrder = Readonly<Record<string, unknown>>;

const numeric = ['price', 'auxPrice', 'quantity', 'trailingAmt', 'cashQty', 'fxQty'] as const;

/**
 * Checks an order given in wire names. `customFields` is merged last; unknown members pass. The time in force
 * must be said: the reference's silent GTC turns day orders into lasting ones — GOTCHAS 7.
 */
export const orderRequest = z.record(z.string(), z.unknown()).transform((given, context): WireOrder => {
  const { customFields, ...own } = given;
  const extra = typeof customFields === 'object' && customFields !== null ? customFields : {};
  const order: Record<string, unknown> = withoutNulls({ ...own, ...extra }) as Record<string, unknown>;
  for (const name of [...numeric, 'conid'] as const) {
    if (typeof order[name] === 'string') order[name] = exactNumber(order[name]) ?? order[name];
  }
  for (const message of problems(order)) context.addIssue({ code: 'custom', message });
  return order;
});

function problems(order: WireOrder): string[] {
  const has = (name: string): boolean => order[name] !== undefined;
  const type = String(order['orderType']);
  const found: string[] = [];
  const need = (condition: boolean, message: string): void => {
    if (!condition) found.push(message);
  };
  for (const name of ['side', 'orderType', 'tif'])
    need(typeof order[name] === 'string' && order[name] !== '', `${name} is missing`);
  need(has('conid') !== has('conidex'), 'exactly one of conid and conidex is needed');
  need(!has('conid') || Number.isSafeInteger(order['conid']), 'conid must be a whole number');
  for (const name of numeric)
    need(
      !has(name) || (typeof order[name] === 'number' && Number.isFinite(order[name])),
      `${name} must be a number of at most 15 digits`,
    );
  const sizes = ['quantity', 'cashQty', 'fxQty'].filter(has);
  need(
    sizes.length === 1 || (sizes.length === 0 && order['side'] === 'CLOSE'),
    'exactly one of quantity, cashQty and fxQty is needed',
  );
  need(!['LMT', 'STOP_LIMIT'].includes(type) || has('price'), `price is missing for ${type}`);
  need(!['STOP_LIMIT', 'TRAILLMT'].includes(type) || has('auxPrice'), `auxPrice is missing for ${type}`);
  need(
    !['TRAIL', 'TRAILLMT'].includes(type) || (has('trailingAmt') && has('trailingType')),
    `trailingAmt and trailingType are missing for ${type}`,
  );
  need(!has('cOID') || !has('parentId'), 'a child order (parentId) must not carry a cOID');
  return found;
}

/** The number whose digits are exactly those of the text; `null` where a double would change them. */
function exactNumber(digits: string): number | null {
  const plain = /^-?\d+(\.\d+)?$/.test(digits) && digits.replace(/\D/g, '').replace(/^0+/, '').length <= 15;
  return plain ? Number(digits) : null;
}
