import type { AppError } from '../../../shared/app-error';
import type { Alert, AlertDraft } from '../../../shared/domain/alert';
import type { AccountId } from '../../../shared/domain/ids';
import { err, ok, type Result } from '../../../shared/result';
import type { Answered } from '../../gateway/endpoint';
import type { Gateway } from '../../gateway/gateway';
import { toAppError } from '../to-app-error';
import { recordOf, recordsOf, textOf, type WireRecord } from '../wire-record';
import { priceConditionType, toAlert } from './to-alert';

type Answer<T> = Promise<Result<T, AppError>>;
interface Named {
  readonly alertId: string;
}
interface Chosen extends Named {
  readonly accountId: AccountId;
}

export interface Alerts {
  readonly list: (accountId: AccountId) => Answer<Alert[]>;
  readonly save: (draft: AlertDraft) => Answer<Named>;
  readonly activate: (chosen: Chosen & { readonly active: boolean }) => Answer<Named>;
  readonly remove: (chosen: Chosen) => Answer<Named>;
}

/** Alerts of an account as IBKR keeps them. IBKR watches them; nothing here places an order. */
export function createAlerts({ alerts }: Pick<Gateway, 'alerts'>): Alerts {
  const detailsOf = async (alertId: string): Answer<WireRecord> => {
    const answer = await alerts.alert({ alertId });
    return answer.ok ? ok(recordOf(answer.value.data)) : err(toAppError(answer.error));
  };
  return {
    async list(accountId) {
      const answer = await alerts.alerts({ accountId });
      if (!answer.ok) return err(toAppError(answer.error));
      const found: Alert[] = [];
      // The list names no conditions: each alert is read, one after the other, behind everything that matters more.
      for (const heading of recordsOf([answer.value.data].flat())) {
        const details = await alerts.alert(
          { alertId: textOf(heading['order_id']) ?? '' },
          { priority: 'background' },
        );
        found.push(...toAlert(heading, details.ok ? recordOf(details.value.data) : null));
      }
      return ok(found);
    },
    async save({ accountId, alertId, name, message, repeatable, outsideRth, condition }) {
      // A change replaces the alert: what Portico does not show must be sent again as it was.
      const before = alertId === null ? ok({}) : await detailsOf(alertId);
      if (!before.ok) return before;
      return done(
        alerts.saveAlert({
          accountId,
          ...(alertId === null ? {} : { orderId: alertId }),
          ...keptOf(before.value),
          // Its name cannot be changed: another one would refuse the whole change.
          alertName: textOf(recordOf(before.value)['alert_name']) ?? name,
          alertMessage: message,
          alertRepeatable: repeatable ? 1 : 0,
          outsideRth: outsideRth ? 1 : 0,
          conditions: [
            {
              type: priceConditionType,
              conidex: `${condition.conid}@${condition.exchange}`,
              operator: condition.direction === 'at-or-above' ? '>=' : '<=',
              triggerMethod: '0',
              value: condition.price,
              logicBind: 'n',
            },
          ],
        }),
      );
    },
    activate: ({ accountId, alertId, active }) =>
      done(alerts.activateAlert({ accountId, alertId, alertActive: active ? 1 : 0 }), alertId),
    remove: ({ accountId, alertId }) => done(alerts.deleteAlert({ accountId, alertId }), alertId),
  };
}

function keptOf(before: WireRecord) {
  const number = (key: string): 0 | 1 => (textOf(before[key]) === '1' || before[key] === true ? 1 : 0);
  const [email, expireTime] = [textOf(before['alert_email']), textOf(before['expire_time'])];
  return {
    tif: textOf(before['tif']) === 'GTD' && expireTime !== null ? ('GTD' as const) : ('GTC' as const),
    ...(email === null ? {} : { email }),
    ...(expireTime === null ? {} : { expireTime }),
    sendMessage: number('alert_send_message'),
    showPopup: 'alert_show_popup' in before ? number('alert_show_popup') : (1 as const),
    iTWSOrdersOnly: number('itws_orders_only'),
  };
}

/** 200 alone proves nothing: IBKR says `success` in the body — BEHAVIOUR §5, read 2026-11. */
async function done(answered: Answered<unknown>, alertId?: string): Answer<Named> {
  const answer = await answered;
  if (!answer.ok) return err(toAppError(answer.error));
  const body = recordOf(answer.value.data);
  const id = alertId ?? textOf(body['order_id']);
  return body['success'] === true && id !== null ? ok({ alertId: id }) : err(notDone(textOf(body['text'])));
}

const notDone = (words: string | null): AppError => ({
  code: 'refused',
  message: words === null ? 'IBKR did not confirm it.' : `IBKR says: ${words.slice(0, 300)}`,
  meaning: 'No order is affected. Whether the alert is as you wanted is not known.',
  action: 'The list is being read again: look there.',
});
