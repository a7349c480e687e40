// Seam: alerts as IBKR answers them, odd shapes included; a change keeps what Portico does not show; 200 alone is no success.
import { afterEach, assert, beforeEach, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../electron/gateway/gateway';
import { type Alerts, createAlerts } from '../../electron/services/alerts/alerts';
import { silentLog } from '../../electron/support/log';
import { systemClock } from '../../electron/support/clock';
import { decimal } from '../../shared/domain/decimal';
import { accountIdSchema, conidSchema } from '../../shared/domain/ids';
import { type ScriptedGateway, startScriptedGateway } from '../support/scripted-gateway';

const accountId = accountIdSchema.parse('DU1');
// Beyond 2^31, as IBKR's ids are — QUIRKS §3.
const id = 9_876_543_210;
const heading = {
  ...{ order_id: id, account: 'DU1', alert_name: 'AAPL Price', alert_active: 1 },
  ...{ order_time: '20231211-18:55:35', alert_triggered: false, alert_repeatable: 0 },
};
const condition = {
  ...{ condition_type: 1, conidex: '265598@SMART', contract_description_1: 'AAPL', condition_operator: '<=' },
  ...{ condition_trigger_method: '0', condition_value: '183.34', condition_logic_bind: 'n' },
};
const details = {
  ...{ account: 'DU1', order_id: id, alert_name: 'AAPL Price', tif: 'GTD', expire_time: '20311231-12:00:00' },
  ...{ alert_active: 1, alert_email: 'a@example.com', alert_send_message: 1, alert_message: 'Low' },
  ...{ alert_show_popup: 0, itws_orders_only: 1, order_not_editable: false, condition_outside_rth: 1 },
  conditions: [condition],
};
const success = { request_id: null, order_id: id, success: true, text: 'Submitted' };

let server: ScriptedGateway;
let gateway: Gateway;
let alerts: Alerts;
let answers: Record<string, unknown>;
beforeEach(async () => {
  server = await startScriptedGateway();
  answers = {
    '/iserver/accounts': { accounts: ['DU1'], selectedAccount: 'DU1' },
    '/iserver/account/DU1/alerts': [heading],
    [`/iserver/account/alert/${id}`]: details,
    '/iserver/account/DU1/alert': success,
  };
  server.answer = ({ path }) => ({ json: answers[path.replace('/v1/api', '')] ?? {} });
  gateway = createGateway(
    { baseUrl: server.url, cacertPath: server.cacert },
    { clock: systemClock, log: silentLog },
  );
  alerts = createAlerts(gateway);
});
afterEach(async () => {
  gateway.close();
  await server.close();
});

const listed = async () => {
  const answer = await alerts.list(accountId);
  assert(answer.ok);
  return answer.value;
};

it('reads the level of each, whether IBKR sends a list or a lone alert', async () => {
  const [alert] = await listed();
  expect(alert).toEqual({
    ...{ alertId: String(id), name: 'AAPL Price', message: 'Low', active: true, triggered: false },
    ...{ repeatable: false, outsideRth: true, symbol: 'AAPL', obstacle: null },
    condition: { conid: 265598, exchange: 'SMART', direction: 'at-or-below', price: '183.34' },
  });
  answers['/iserver/account/DU1/alerts'] = heading;
  expect(await listed()).toEqual([alert]);
});

it('does not offer to change what it cannot write', async () => {
  answers[`/iserver/account/alert/${id}`] = { ...details, conditions: [condition, condition] };
  const [several] = await listed();
  expect([several?.condition, several?.obstacle]).toEqual([null, expect.stringContaining('TWS') as string]);
  answers[`/iserver/account/alert/${id}`] = { error: `Alert with order ID=${id} not found.` };
  expect((await listed())[0]).toMatchObject({ name: 'AAPL Price', condition: null });
});

const draft = {
  ...{ accountId, name: 'Another name', message: 'Lower', repeatable: true, outsideRth: false },
  condition: {
    ...{ conid: conidSchema.parse(265598), exchange: 'SMART', direction: 'at-or-below' as const },
    price: decimal('170.10'),
  },
};

it('a change sends what it does not show as it was, and the name IBKR insists on', async () => {
  expect(await alerts.save({ ...draft, alertId: String(id) })).toEqual({
    ok: true,
    value: { alertId: String(id) },
  });
  expect(JSON.parse(server.at('/iserver/account/DU1/alert')[0]?.body ?? '')).toEqual({
    ...{ orderId: id, alertName: 'AAPL Price', alertMessage: 'Lower', alertRepeatable: 1, outsideRth: 0 },
    ...{ tif: 'GTD', expireTime: '20311231-12:00:00', email: 'a@example.com' },
    ...{ sendMessage: 1, showPopup: 0, iTWSOrdersOnly: 1 },
    conditions: [
      {
        ...{ type: 1, conidex: '265598@SMART', operator: '<=', triggerMethod: '0', value: '170.10' },
        logicBind: 'n',
      },
    ],
  });
});

it('is done only when IBKR says so, and sent once', async () => {
  answers['/iserver/account/DU1/alert'] = { ...success, success: false, text: 'Too many alerts' };
  const answer = await alerts.save({ ...draft, alertId: null });
  assert(!answer.ok);
  expect(answer.error).toMatchObject({ code: 'refused', message: 'IBKR says: Too many alerts' });
  expect(server.at('/iserver/account/DU1/alert')).toHaveLength(1);
  expect(await alerts.remove({ accountId, alertId: String(id) })).toMatchObject({ ok: false });
});
