import { z } from 'zod';
import { accountInPath, idText, inBody, inPath, inQuery, integer, text, zeroOne } from '../arguments';
import { endpoint } from '../endpoint';
import { figure, flag, label, row, wireId } from '../wire';

/** 0 would mean every alert of the account: nothing here asks for that. */
const alertId = idText.refine((id) => /^[1-9]\d*$/.test(id), 'an alert id is a whole number above 0');
const zeroOrOne = zeroOne.transform(Number);
const heading = row({
  order_id: wireId,
  account: label,
  alert_name: label,
  alert_active: flag,
  order_time: label,
  alert_triggered: flag,
  alert_repeatable: flag,
});
const done = row({ order_id: label, success: flag, text: label, failure_list: label });
const condition = z.strictObject({
  type: z.number().int(),
  conidex: text,
  operator: z.enum(['>=', '<=']),
  triggerMethod: z.string(),
  value: z.string(),
  logicBind: z.enum(['a', 'o', 'n']),
  timeZone: z.string().optional(),
});
const shared = { area: 'alerts', extra: true, preflight: 'accounts' } as const;
const source = 'OpenAPI 2.28';

export const alertEndpoints = {
  alerts: endpoint({
    ...shared,
    verb: 'GET',
    path: '/iserver/account/{accountId}/alerts',
    parameters: { accountId: accountInPath },
    // IBKR's own example answers one alert without a list.
    wire: z.union([z.array(heading), heading]),
    docs: { purpose: 'Alerts of an account.', returns: 'A list of alerts without their conditions.', source },
  }),
  alert: endpoint({
    ...shared,
    verb: 'GET',
    path: '/iserver/account/alert/{alertId}',
    parameters: {
      alertId: inPath(alertId, 'Id of the alert.'),
      type: inQuery(z.literal('Q').default('Q'), 'Always `Q`.'),
    },
    wire: row({
      order_id: wireId,
      alert_name: label,
      alert_active: flag,
      alert_message: label,
      tif: label,
      expire_time: label,
      conditions: z
        .array(
          row({ condition_type: figure, conidex: label, condition_operator: label, condition_value: figure }),
        )
        .nullish(),
    }),
    docs: {
      purpose: 'One alert with its conditions.',
      returns: '`conditions`: `{condition_type, conidex, condition_operator, condition_value}`.',
      source,
      example: { alertId: '1234567890' },
    },
  }),
  saveAlert: endpoint({
    ...shared,
    verb: 'POST',
    path: '/iserver/account/{accountId}/alert',
    parameters: {
      accountId: accountInPath,
      orderId: inBody(integer.optional(), 'Of the alert that is changed; absent for a new one.'),
      alertName: inBody(text, 'Name; a change must repeat it as it is.'),
      alertMessage: inBody(z.string(), 'What the notification says.'),
      alertRepeatable: inBody(zeroOrOne, '1: more than once.'),
      email: inBody(text.optional(), 'Where an e-mail goes.'),
      expireTime: inBody(text.optional(), '`YYYYMMDD-HH:mm:ss`, with `GTD` only.'),
      iTWSOrdersOnly: inBody(zeroOrOne.optional(), '1: not on the phone.'),
      outsideRth: inBody(zeroOrOne, '1: outside regular hours too.'),
      sendMessage: inBody(zeroOrOne.optional(), '1: by e-mail.'),
      showPopup: inBody(zeroOrOne.optional(), '1: a window in TWS.'),
      tif: inBody(z.enum(['GTC', 'GTD']), 'How long it stands.'),
      conditions: inBody(z.array(condition).min(1), 'What has to hold.'),
    },
    wire: done,
    docs: {
      purpose: 'Creates or changes an alert.',
      returns: '`order_id`: the id of the alert; `success`.',
      errors: '500 with IBKR’s words, such as “Alert name cannot be modified”.',
      source,
      example: {
        alertName: 'AAPL',
        alertMessage: 'AAPL at 200',
        alertRepeatable: 0,
        outsideRth: 0,
        tif: 'GTC',
        conditions: [
          {
            type: 1,
            conidex: '265598@SMART',
            operator: '>=',
            triggerMethod: '0',
            value: '200',
            logicBind: 'n',
          },
        ],
      },
    },
  }),
  activateAlert: endpoint({
    ...shared,
    verb: 'POST',
    path: '/iserver/account/{accountId}/alert/activate',
    parameters: {
      accountId: accountInPath,
      alertId: inBody(integer, 'Id of the alert.'),
      alertActive: inBody(zeroOrOne, '1 watches, 0 rests.'),
    },
    wire: done,
    docs: {
      purpose: 'Switches an alert on or off.',
      returns: '`success`, `failure_list`.',
      source,
      example: { alertId: '1234567890', alertActive: 0 },
    },
  }),
  deleteAlert: endpoint({
    ...shared,
    verb: 'DELETE',
    path: '/iserver/account/{accountId}/alert/{alertId}',
    parameters: {
      accountId: accountInPath,
      alertId: inPath(alertId, 'Id of the alert; never 0, which is all.'),
    },
    wire: done,
    docs: {
      purpose: 'Deletes one alert.',
      returns: '`success`, `failure_list`.',
      errors: '500 when there is no such alert.',
      source,
      example: { alertId: '1234567890' },
    },
  }),
} as const;
