import { z } from 'zod';
import { alertDraftSchema, alertIdSchema, alertSchema } from '../domain/alert';
import { accountIdSchema } from '../domain/ids';
import { call } from './define';

const one = { accountId: accountIdSchema, alertId: alertIdSchema };
const named = z.object({ alertId: alertIdSchema });

/** Alerts are kept and watched by IBKR. None of these places an order. */
export const alertsContract = {
  'alerts.list': call(z.strictObject({ accountId: accountIdSchema }), z.array(alertSchema)),
  'alerts.save': call(alertDraftSchema, named),
  'alerts.activate': call(z.strictObject({ ...one, active: z.boolean() }), named),
  'alerts.remove': call(z.strictObject(one), named),
};
