import { createAccount, type Account } from './broker/account';
import { createAdvisorDesk, type AdvisorDesk } from './broker/advisor-desk';
import { createBooks, dayStart } from './broker/books';
import { createBroker, type Broker } from './broker/broker';
import { createCorporateActions, type CorporateActions } from './broker/corporate-actions';
import { createNavHistory, type NavHistory } from './broker/nav-history';
import type { Order } from './broker/order';
import { ticketText } from './broker/order-text';
import { createOrderDesk, type OrderDesk } from './broker/order-desk';
import { createRates } from './broker/rates';
import { settleExpiries } from './broker/settlement';
import { createValuation, type Valuation } from './broker/valuation';
import type { PracticeClock } from './clock';
import type { HoursMode } from './market/calendar';
import { createCatalogue } from './market/catalogue';
import { startingPrices } from './market/price-process';
import { createMarket, type Market } from './market/market';
import { createRandom, type Random } from './random';
import { enterOrders, scenarios, type Scenario, type ScenarioName } from './scenarios/scenarios';
import { liveThroughPast } from './scenarios/past';
import { createConditions } from './session/alert-conditions';
import { createAlerts, type Alerts } from './session/alerts';
import { enforceSessionRules } from './session/session-rules';
import { createSession, type SessionState } from './session/session';

export interface Watchlist {
  readonly id: string;
  readonly name: string;
  readonly modifiedMs: number;
  readonly rows: ReadonlyArray<{ readonly conid: number } | { readonly blank: string }>;
}

/** Everything a gateway process knows: one market, one login, its accounts. */
export interface World {
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly clock: PracticeClock;
  readonly random: Random;
  readonly market: Market;
  readonly accounts: readonly Account[];
  readonly account: (id: string) => Account | undefined;
  readonly valuation: Valuation;
  readonly broker: Broker;
  readonly desk: OrderDesk;
  readonly session: SessionState;
  readonly watchlists: Map<string, Watchlist>;
  readonly alerts: Alerts;
  readonly user: { readonly id: number; readonly name: string };
  readonly isPaper: boolean;
  readonly easy: boolean;
  /** Websocket quotes: least time between two updates, and how many instruments one client may watch. */
  readonly quoteStream: StreamLimits;
  readonly corporate: CorporateActions;
  readonly advisor: AdvisorDesk;
  readonly navs: NavHistory;
  readonly stop: () => void;
}

export interface QuoteStream {
  readonly cadenceMs: number;
  readonly lines: number;
}

/** Limits of the websocket; faults change them while clients are connected. */
export interface StreamLimits {
  cadenceMs: number;
  lines: number;
  /** `smh` streams of one client. */
  histories: number;
  /** Streams of quotes end without a word after this (CPAPI 2026: 15 minutes, clients renew at about 10). */
  lifetimeMs: number;
}

export interface WorldOptions {
  readonly seed: number;
  readonly scenario: ScenarioName;
  readonly clock: PracticeClock;
  readonly hours: HoursMode;
  readonly easy: boolean;
  readonly quoteStream?: QuoteStream | undefined;
  /** Sessions end as the real ones do: idle, at midnight, at 01:00. */
  readonly expire?: boolean;
  /** Unsolicited frames for every websocket client. */
  readonly announce?: (message: unknown) => void;
}

/** How often working orders meet the market. */
const matchIntervalMs = 250;

export function createWorld({
  seed,
  scenario,
  clock,
  hours,
  easy,
  quoteStream = { cadenceMs: 500, lines: 100 },
  expire = false,
  announce = () => {},
}: WorldOptions): World {
  const random = createRandom(seed);
  const setup: Scenario = scenarios[scenario];
  const now = clock.now();
  const catalogue = createCatalogue(now, setup.fillers, startingPrices(seed, now));
  const market = createMarket(seed, clock, catalogue, hours);
  const accounts = setup.accounts.map((entry) => createAccount(entry.id, entry.title, entry.alias ?? null));
  const account = (id: string) => accounts.find((candidate) => candidate.id === id);
  const rates = createRates(market);
  const books = createBooks(market, rates);
  const valuation = createValuation(market, rates, books);
  const broker = createBroker({ market, clock, random, rates, account });
  const session = createSession(clock, random, accounts[0]?.id ?? '');
  const desk = createOrderDesk({
    market,
    broker,
    valuation,
    session,
    random,
    account,
  });
  for (const entry of setup.accounts) {
    const owner = account(entry.id);
    if (owner === undefined) continue;
    liveThroughPast({ market, books, rates }, owner, entry, now);
    enterOrders(market, entry, broker.submit);
  }
  const stopDays = startEachDay(clock, (dayMs) => {
    for (const owner of accounts) {
      forgetClosed(owner, market);
      books.startDay(owner, dayMs);
    }
  });
  broker.subscribe((event) => {
    if (event.kind === 'order' && event.before === null && event.order.timeInForce === 'GTC')
      announce(expiryNotice(event.order));
  });
  const alerts = createAlerts({
    holds: createConditions({ market, clock, broker, valuation, account }),
    clock,
    random,
    announce,
  });
  const stopMatching = clock.every(matchIntervalMs, () => {
    broker.match();
    alerts.check();
  });
  const corporate = createCorporateActions({ market, clock, random, broker, books, accounts, announce });
  const stopSettling = settleExpiries({ market, clock, broker, rates, accounts });
  const stopRules = expire ? enforceSessionRules(session, clock, random) : () => {};
  const stop = () => {
    stopMatching();
    stopDays();
    stopRules();
    stopSettling();
  };
  return {
    seed,
    scenario,
    clock,
    random,
    market,
    accounts,
    account,
    valuation,
    broker,
    desk,
    session,
    alerts,
    watchlists: new Map(
      (setup.watchlists ?? []).map((list) => [list.id, { ...list, modifiedMs: clock.now() }]),
    ),
    user: { id: 123_456_789, name: setup.userName },
    isPaper: setup.isPaper,
    easy,
    quoteStream: { ...quoteStream, histories: 5, lifetimeMs: 15 * 60_000 },
    corporate,
    advisor: createAdvisorDesk(accounts),
    navs: createNavHistory({ market, rates, valuation }),
    stop,
  };
}

/** Midnight UTC is when the books of the practice broker change the day, whatever the venues do. */
function startEachDay(clock: PracticeClock, onDay: (dayMs: number) => void): () => void {
  let stop = () => {};
  const wait = () => {
    const next = dayStart(clock.now()) + 86_400_000;
    stop = clock.after(next - clock.now(), () => {
      onDay(next);
      wait();
    });
  };
  wait();
  return () => stop();
}

/** Closed positions stay as rows of zero for the rest of their session (QUIRKS §3). */
function forgetClosed(owner: Account, market: Market): void {
  for (const [conid, held] of owner.positions)
    if (held.quantity.eq(0) && held.day.date !== market.sessionDate(held.instrument))
      owner.positions.delete(conid);
}

/** GTC orders die at the end of the next calendar quarter, and IBKR says so (recorded/websocket/ntf-notice-and-prompt). */
function expiryNotice(order: Order): unknown {
  const date = new Date(order.createdMs);
  const quarterEnd = new Date(
    Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + 2) * 3, 0),
  );
  const day = quarterEnd.toISOString().slice(0, 10).replaceAll('-', '');
  const text = `Order ${ticketText(order)} will be automatically canceled at ${day} 22:00:00 MET`;
  return { topic: 'ntf', args: [{ id: '118', text, title: null, url: null }] };
}
