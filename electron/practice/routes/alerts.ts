import { isRecord, textOf } from '../broker/order-request';
import { alertDetail, alertRow, mobileTradingAssistant } from '../session/alerts';
import { bareFailure, del, failure, get, ok, post, type Route } from '../http/reply';

/** Alerts of an account and the mobile trading assistant. */
export const alertRoutes: readonly Route[] = [
  get('/iserver/account/:accountId/alerts', 'brokerage', (world, { params }) =>
    ok(world.alerts.list(params.accountId ?? '').map((alert) => alertRow(alert))),
  ),
  get('/iserver/account/alert/:alertId', 'brokerage', (world, { params }) => {
    const alert = world.alerts.find(Number(params.alertId));
    return ok(
      alert === undefined
        ? { error: `Alert with order ID=${params.alertId ?? ''} not found.` }
        : alertDetail(alert, (conid) => world.market.catalogue.byConid(conid)?.symbol),
    );
  }),
  get('/iserver/account/mta', 'brokerage', (world) =>
    ok(mobileTradingAssistant(world.session.selectedAccount)),
  ),
  post('/iserver/account/:accountId/alert', 'brokerage', (world, { params, body }) => {
    if (!isRecord(body)) return failure(400, "Bad Request: body can't be empty");
    const conditions: unknown[] = Array.isArray(body.conditions) ? body.conditions : [];
    if (textOf(body.alertName) === '' || conditions.length === 0)
      return failure(400, 'Bad Request: alertName and conditions are required');
    const saved = world.alerts.save(params.accountId ?? '', body, conditions.filter(isRecord));
    return typeof saved === 'string'
      ? bareFailure(500, saved)
      : ok({
          request_id: null,
          order_id: saved.id,
          success: true,
          text: 'Submitted',
          order_status: null,
          warning_message: null,
        });
  }),
  post('/iserver/account/:accountId/alert/activate', 'brokerage', (world, { body }) => {
    if (!isRecord(body) || body.alertId === undefined || body.alertActive === undefined)
      return failure(400, 'Bad Request: alertId and alertActive are required');
    const done = world.alerts.activate(Number(body.alertId), Number(body.alertActive) === 1);
    return done
      ? ok(acknowledged(Number(body.alertId)))
      : bareFailure(500, 'failed to activate/deactivate alert');
  }),
  del('/iserver/account/:accountId/alert/:alertId', 'brokerage', (world, { params }) => {
    const id = params.alertId ?? '';
    // Alert 0 deletes them all.
    if (id === '0') {
      for (const alert of world.alerts.list(params.accountId ?? '')) world.alerts.remove(alert.id);
      return ok(acknowledged(0));
    }
    return world.alerts.remove(Number(id))
      ? ok(acknowledged(Number(id)))
      : bareFailure(500, `failed to delete alert: Alert ${id} doesn't exist`);
  }),
];

const acknowledged = (id: number) => ({
  request_id: null,
  order_id: id,
  success: true,
  text: 'Request was submitted',
  failure_list: null,
});
