import { ledgerOf } from '../broker/wire-ledger';
import { summaryOf } from '../broker/wire-summary';
import { isRecord } from '../broker/order-request';
import type { Account } from '../broker/account';
import type { World } from '../world';
import type { Send, Topic } from './topic';

type Row = Readonly<Record<string, unknown>>;

/** `ssd` account summary and `sld` ledger: bundles of keyed rows, later only those that changed. */
export function createAccountTopics(world: World, send: Send): Topic[] {
  return [
    bundleTopic(world, send, { channel: 'sd', noun: 'summary', cadenceMs: 3000, rows: summaryRows }),
    bundleTopic(world, send, { channel: 'ld', noun: 'ledger', cadenceMs: 10_000, rows: ledgerRows }),
  ];
}

function bundleTopic(
  world: World,
  send: Send,
  kind: {
    readonly channel: string;
    readonly noun: string;
    readonly cadenceMs: number;
    readonly rows: (world: World, account: Account) => Row[];
  },
): Topic {
  const stops = new Map<string, () => void>();
  const halt = (account: string) => {
    stops.get(account)?.();
    stops.delete(account);
  };
  return {
    channel: kind.channel,
    subscribe: (target, args) => {
      const topic = `s${kind.channel}+${target}`;
      const account = world.account(target);
      if (account === undefined) {
        send({ error: 'Invalid account', code: 500, topic });
        return;
      }
      const keys = Array.isArray(args.keys) ? (args.keys as unknown[]).map(String) : [];
      const wanted = (row: Row) => keys.length === 0 || keys.includes(String(row.key));
      const sent = new Map<string, string>();
      const push = () => {
        const result = kind
          .rows(world, account)
          .filter(wanted)
          .map((row) => {
            const { timestamp, ...rest } = row;
            const text = JSON.stringify(rest);
            const fresh = sent.get(String(row.key)) !== text;
            sent.set(String(row.key), text);
            // Unchanged rows carry key and timestamp only (WEBSOCKET.md §3).
            return fresh ? row : { key: row.key, timestamp };
          });
        send({ topic, result });
      };
      halt(target);
      push();
      stops.set(target, world.clock.every(kind.cadenceMs, push));
    },
    unsubscribe: (target) => {
      halt(target);
      send({ result: `unsubscribed from ${kind.noun}` });
    },
    end: () => {
      for (const stop of stops.values()) stop();
    },
  };
}

/** `AccruedCash-S`, `NetLiquidation` …: the summary's keys with capitals. */
const summaryNames = new Map(
  'AccountCode AccountType AccruedCash AccruedDividend AvailableFunds BuyingPower Cushion EquityWithLoanValue ExcessLiquidity FullAvailableFunds FullExcessLiquidity FullInitMarginReq FullMaintMarginReq GrossPositionValue InitMarginReq Leverage MaintMarginReq NetLiquidation TotalCashValue'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

function summaryRows(world: World, account: Account): Row[] {
  const timestamp = Math.floor(world.clock.now() / 1000);
  return Object.entries(summaryOf(world, account)).flatMap(([key, entry]): Row[] => {
    const [name = '', segment] = key.split('-');
    const proper = summaryNames.get(name);
    if (proper === undefined || !isRecord(entry)) return [];
    const head = {
      key: segment === undefined ? proper : `${proper}-${segment.toUpperCase()}`,
      timestamp,
      severity: 0,
    };
    return [
      typeof entry.value === 'string'
        ? { ...head, value: entry.value }
        : { ...head, monetaryValue: entry.amount, currency: entry.currency },
    ];
  });
}

/** The websocket spells the ledger's fields differently from REST (recorded/websocket/sld). */
function ledgerRows(world: World, account: Account): Row[] {
  return Object.entries(ledgerOf(world, account)).map(([currency, entry]) => ({
    key: `LedgerList${currency}`,
    timestamp: entry.timestamp,
    acctCode: account.id,
    secondKey: currency,
    cashbalance: entry.cashbalance,
    cashBalanceFXSegment: 0,
    commodityMarketValue: 0,
    corporateBondsMarketValue: entry.corporatebondsmarketvalue,
    dividends: entry.dividends,
    exchangeRate: entry.exchangerate,
    funds: entry.funds,
    marketValue: 0,
    optionMarketValue: entry.stockoptionmarketvalue,
    interest: entry.interest,
    issueOptionsMarketValue: 0,
    moneyFunds: 0,
    netLiquidationValue: entry.netliquidationvalue,
    realizedPnl: entry.realizedpnl,
    unrealizedPnl: entry.unrealizedpnl,
    settledCash: entry.settledcash,
    severity: 0,
    stockMarketValue: entry.stockmarketvalue,
    tBillsMarketValue: 0,
    tBondsMarketValue: 0,
    warrantsMarketValue: 0,
  }));
}
