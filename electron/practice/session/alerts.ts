import type { PracticeClock } from '../clock';
import { textOf } from '../broker/order-request';
import type { Random } from '../random';
import { parseStartTime, utcStamp } from '../wire-time';
import type { Condition, Watched } from './alert-conditions';

export interface Alert extends Watched {
  readonly id: number;
  readonly name: string;
  readonly message: string;
  readonly tif: string;
  readonly repeatable: boolean;
  /** Of a GTD alert; null for any other. */
  readonly expireMs: number | null;
  readonly active: boolean;
  readonly triggered: boolean;
  /** A repeatable alert that has told and waits for its conditions to fail first. */
  readonly told: boolean;
}

export interface Alerts {
  readonly list: (account: string) => Alert[];
  readonly find: (id: number) => Alert | undefined;
  /** The saved alert, or IBKR's refusal. */
  readonly save: (
    account: string,
    body: Readonly<Record<string, unknown>>,
    conditions: readonly Condition[],
  ) => Alert | string;
  readonly activate: (id: number, active: boolean) => boolean;
  readonly remove: (id: number) => boolean;
  /** Looks at the market; triggered alerts are told once. */
  readonly check: () => void;
}

/** Alerts that really watch the practice market, the account and the clock. */
export function createAlerts(deps: {
  readonly holds: (alert: Watched) => boolean;
  readonly clock: PracticeClock;
  readonly random: Random;
  readonly announce: (message: unknown) => void;
}): Alerts {
  const alerts = new Map<number, Alert>();
  const put = (alert: Alert) => {
    alerts.set(alert.id, alert);
    return alert;
  };
  return {
    list: (account) => [...alerts.values()].filter((alert) => alert.account === account),
    find: (id) => alerts.get(id),
    save: (account, body, conditions) => {
      const known = alerts.get(Number(body.orderId));
      if (known !== undefined && textOf(body.alertName) !== known.name)
        return 'Alert name cannot be modified';
      return put({
        id: known?.id ?? 1_000_000_000 + deps.random.integer(900_000_000),
        account,
        name: textOf(body.alertName),
        message: textOf(body.alertMessage),
        tif: textOf(body.tif) || 'GTC',
        repeatable: Number(body.alertRepeatable) === 1,
        outsideRth: Number(body.outsideRth) === 1,
        expireMs: textOf(body.tif) === 'GTD' ? parseStartTime(textOf(body.expireTime)) : null,
        active: true,
        triggered: false,
        told: false,
        createdMs: deps.clock.now(),
        conditions,
      });
    },
    activate: (id, active) => {
      const alert = alerts.get(id);
      if (alert !== undefined) put({ ...alert, active });
      return alert !== undefined;
    },
    remove: (id) => alerts.delete(id),
    check: () => {
      for (const alert of alerts.values()) {
        if (!alert.active) continue;
        if (alert.expireMs !== null && deps.clock.now() >= alert.expireMs) {
          put({ ...alert, active: false });
          continue;
        }
        const holds = deps.holds(alert);
        if (alert.told && !holds) put({ ...alert, told: false });
        if (alert.told || !holds) continue;
        put({ ...alert, triggered: true, told: true, active: alert.repeatable });
        deps.announce({
          topic: 'ntf',
          args: {
            id: String(alert.id),
            text: alert.message || alert.name,
            title: 'Alert (simulated)',
            url: null,
          },
        });
      }
    },
  };
}

export const alertRow = (alert: Alert) => ({
  order_id: alert.id,
  account: alert.account,
  alert_name: alert.name,
  alert_active: alert.active ? 1 : 0,
  order_time: utcStamp(alert.createdMs),
  alert_triggered: alert.triggered,
  alert_repeatable: alert.repeatable ? 1 : 0,
});

export const alertDetail = (
  alert: Alert,
  symbolOf: (conid: number) => string | undefined = () => undefined,
) => ({
  account: alert.account,
  order_id: alert.id,
  alert_name: alert.name,
  tif: alert.tif,
  expire_time: alert.expireMs === null ? null : utcStamp(alert.expireMs),
  alert_active: alert.active ? 1 : 0,
  alert_repeatable: alert.repeatable ? 1 : 0,
  alert_email: null,
  alert_send_message: 0,
  alert_message: alert.message,
  alert_show_popup: 0,
  alert_play_audio: null,
  order_status: 'Submitted',
  alert_triggered: alert.triggered,
  fg_color: '#FFFFFF',
  bg_color: '#0000CC',
  order_not_editable: false,
  itws_orders_only: 0,
  alert_mta_currency: null,
  alert_mta_defaults: null,
  tool_id: null,
  time_zone: null,
  alert_default_type: null,
  condition_size: alert.conditions.length,
  condition_outside_rth: alert.outsideRth ? 1 : 0,
  conditions: alert.conditions.map((condition) => ({
    condition_type: Number(condition.type),
    conidex: textOf(condition.conidex),
    contract_description_1: symbolOf(Number(textOf(condition.conidex).split('@')[0])) ?? '',
    condition_operator: textOf(condition.operator),
    condition_trigger_method: textOf(condition.triggerMethod) || '0',
    condition_value: textOf(condition.value),
    condition_logic_bind: textOf(condition.logicBind) || 'n',
    condition_time_zone: textOf(condition.timeZone) || null,
  })),
});

/** One object, not an array (QUIRKS §3); the defaults are a packed text. */
export const mobileTradingAssistant = (account: string) => ({
  ...alertDetail({
    id: 900_000_001,
    account,
    name: '',
    message: '',
    tif: 'GTC',
    repeatable: true,
    outsideRth: false,
    expireMs: null,
    active: true,
    triggered: false,
    told: false,
    createdMs: 0,
    conditions: [],
  }),
  alert_name: null,
  alert_message: null,
  alert_send_message: 1,
  order_status: 'Inactive',
  fg_color: '#000000',
  bg_color: '#AFAFAF',
  alert_mta_currency: 'USD',
  alert_mta_defaults:
    '9:STATE=0,MIN=-15000,MAX=15000,STEP=500,DEF_MIN=-1500,DEF_MAX=1500|8:STATE=0,MIN=-15,MAX=15,STEP=0.5,DEF_MIN=-5,DEF_MAX=5',
  tool_id: 55834574848,
});
