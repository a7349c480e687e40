import { alertIdSchema, type Alert, priceConditionSchema } from '../../../shared/domain/alert';
import { toDecimal } from '../../../shared/domain/decimal';
import { recordsOf, textOf, type WireRecord } from '../wire-record';

/** IBKR's number for "price" among the kinds of conditions — OpenAPI 2.28, read 2026-11. */
export const priceConditionType = 1;

const isOn = (value: unknown): boolean => value === true || textOf(value) === '1' || value === 'true';

/** One line of the list with its details, `null` where they could not be read. A line without an id is left out. */
export function toAlert(heading: WireRecord, details: WireRecord | null): Alert[] {
  const alertId = alertIdSchema.safeParse(textOf(heading['order_id']));
  if (!alertId.success) return [];
  const conditions = recordsOf(details?.['conditions']);
  const condition = conditions.length === 1 ? toCondition(conditions[0]) : null;
  return [
    {
      alertId: alertId.data,
      name: textOf(heading['alert_name']) ?? `Alert ${alertId.data}`,
      message: textOf(details?.['alert_message']) ?? '',
      active: isOn(heading['alert_active']),
      triggered: isOn(heading['alert_triggered']),
      repeatable: isOn(heading['alert_repeatable']),
      outsideRth: isOn(details?.['condition_outside_rth']),
      condition,
      symbol: textOf(conditions[0]?.['contract_description_1']),
      obstacle:
        details === null
          ? 'Its condition could not be read.'
          : condition === null
            ? 'It is no single price condition: change it in TWS or Client Portal.'
            : isOn(details['order_not_editable'])
              ? 'IBKR does not let it be changed.'
              : null,
    },
  ];
}

function toCondition(row: WireRecord | undefined): Alert['condition'] {
  if (row === undefined || Number(row['condition_type']) !== priceConditionType) return null;
  const [conid, exchange = 'SMART'] = (textOf(row['conidex']) ?? '').split('@');
  const operator = textOf(row['condition_operator']);
  const condition = priceConditionSchema.safeParse({
    conid: Number(conid),
    exchange,
    direction: operator === '>=' ? 'at-or-above' : operator === '<=' ? 'at-or-below' : null,
    price: toDecimal(row['condition_value']),
  });
  return condition.success ? condition.data : null;
}
