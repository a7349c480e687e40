import type { PracticeClock } from '../clock';
import type { Market } from '../market/market';
import { numberOf, textOf } from '../broker/order-request';
import { big } from '../money';
import type { Random } from '../random';

export interface Alert {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly message: string;
  readonly tif: string;
  readonly repeatable: boolean;
  readonly outsideRth: boolean;
  readonly active: boolean;
  readonly triggered: boolean;
  readonly createdMs: number;
  readonly conditions: ReadonlyArray<Record<string, unknown>>;
}

export interface Alerts {
  readonly list: (account: string) => Alert[];
  readonly find: (id: number) => Alert | undefined;
  /** The saved alert, or IBKR's refusal. */
  readonly save: (
    account: string,
    body: Readonly<Record<string, unknown>>,
    conditions: readonly Record<string, unknown>[],
  ) => Alert | string;
  readonly activate: (id: number, active: boolean) => boolean;
  readonly remove: (id: number) => boolean;
  /** Looks at the market; triggered alerts are told once. */
  readonly check: () => void;
}

/** Price alerts that really watch the practice market; other condition types are kept but never trigger. */
export function createAlerts(deps: {
  readonly market: Market;
  readonly clock: PracticeClock;
  readonly random: Random;
  readonly announce: (message: unknown) => void;
}): Alerts {
  const alerts = new Map<number, Alert>();
  const put = (alert: Alert) => {
    alerts.set(alert.id, alert);
    return alert;
  };
  const holds = (condition: Readonly<Record<string, unknown>>): boolean => {
    if (Number(condition.type) !== 1) return false;
    const instrument = deps.market.catalogue.byConid(Number(textOf(condition.conidex).split('@')[0]));
    const value = numberOf(condition.value);
    if (instrument === undefined || value === null) return false;
    const last = big(deps.market.quote(instrument).last);
    return textOf(condition.operator).startsWith('<') ? last.lte(value) : last.gte(value);
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
        active: true,
        triggered: false,
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
        if (!alert.active || alert.triggered || !alert.conditions.every(holds)) continue;
        put({ ...alert, triggered: true, active: alert.repeatable });
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

const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-]/g, '').replace('T', '-').slice(0, 17);

export const alertRow = (alert: Alert) => ({
  order_id: alert.id,
  account: alert.account,
  alert_name: alert.name,
  alert_active: alert.active ? 1 : 0,
  order_time: stamp(alert.createdMs),
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
  expire_time: null,
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
    condition_time_zone: null,
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
    active: true,
    triggered: false,
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
