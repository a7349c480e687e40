import type { ComponentType } from 'react';
import { OrdersPanel } from '../features/order-blotter/orders-panel';
import { OrderTicketPanel } from '../features/order-ticket/order-ticket-panel';
import { PortfolioPanel } from '../features/portfolio/portfolio-panel';
import { lazyPanel } from './lazy-panel';
import { SearchableChart } from './searchable-chart';
import { SearchableWatchlist } from './searchable-watchlist';

export interface PanelSpec {
  /** Stable: stored in layouts. */
  readonly id: string;
  /** As the user reads it; also the panel's accessible name. */
  readonly title: string;
  readonly group: 'Portfolio' | 'Markets' | 'Orders' | 'Desk';
  readonly component: ComponentType;
  /** It shows one instrument: its title carries the chip of its link group. */
  readonly linked?: true;
}

/**
 * Every panel there is. The Panels menu, layouts and the palette read this and nothing else. What the first desk does
 * not show is a `lazyPanel`: its code comes when it is first opened.
 */
export const panels: ReadonlyArray<PanelSpec> = [
  { id: 'watchlist', title: 'Watchlist', group: 'Markets', component: SearchableWatchlist, linked: true },
  { id: 'chart', title: 'Chart', group: 'Markets', component: SearchableChart, linked: true },
  {
    id: 'quote',
    title: 'Quote',
    group: 'Markets',
    component: lazyPanel(() => import('../features/quote/quote-panel'), 'QuotePanel'),
    linked: true,
  },
  {
    id: 'contract',
    title: 'Contract',
    group: 'Markets',
    component: lazyPanel(() => import('../features/contracts/contract-panel'), 'ContractPanel'),
    linked: true,
  },
  {
    id: 'search',
    title: 'Search',
    group: 'Markets',
    component: lazyPanel(() => import('../features/contracts/search-panel'), 'SearchPanel'),
    linked: true,
  },
  {
    id: 'scanners',
    title: 'Scanners',
    group: 'Markets',
    component: lazyPanel(() => import('../features/scanners/scanner-panel'), 'ScannerPanel'),
    linked: true,
  },
  {
    id: 'alerts',
    title: 'Alerts',
    group: 'Markets',
    component: lazyPanel(() => import('../features/alerts/alerts-panel'), 'AlertsPanel'),
    linked: true,
  },
  { id: 'ticket', title: 'Order ticket', group: 'Orders', component: OrderTicketPanel, linked: true },
  { id: 'orders', title: 'Orders', group: 'Orders', component: OrdersPanel },
  { id: 'portfolio', title: 'Portfolio', group: 'Portfolio', component: PortfolioPanel },
  {
    id: 'options',
    title: 'Options',
    group: 'Markets',
    component: lazyPanel(() => import('../features/chains/options-panel'), 'OptionsPanel'),
    linked: true,
  },
  {
    id: 'futures',
    title: 'Futures',
    group: 'Markets',
    component: lazyPanel(() => import('../features/chains/futures-panel'), 'FuturesPanel'),
    linked: true,
  },
  {
    id: 'accounts',
    title: 'Accounts',
    group: 'Portfolio',
    component: lazyPanel(() => import('../features/accounts/accounts-panel'), 'AccountsPanel'),
  },
  {
    id: 'allocation',
    title: 'Allocation',
    group: 'Portfolio',
    component: lazyPanel(() => import('../features/allocation/allocation-panel'), 'AllocationPanel'),
  },
  {
    id: 'balances',
    title: 'Balances',
    group: 'Portfolio',
    component: lazyPanel(() => import('../features/balances/balances-panel'), 'BalancesPanel'),
  },
  {
    id: 'performance',
    title: 'Performance',
    group: 'Portfolio',
    component: lazyPanel(() => import('../features/performance/performance-panel'), 'PerformancePanel'),
    linked: true,
  },
  {
    id: 'transactions',
    title: 'Transactions',
    group: 'Portfolio',
    component: lazyPanel(() => import('../features/transactions/transactions-panel'), 'TransactionsPanel'),
    linked: true,
  },
  {
    id: 'activity',
    title: 'Activity',
    group: 'Desk',
    component: lazyPanel(() => import('../features/activity/activity-panel'), 'ActivityPanel'),
  },
  {
    id: 'connection',
    title: 'Connection',
    group: 'Desk',
    component: lazyPanel(() => import('../features/session/connection-panel'), 'ConnectionPanel'),
  },
  {
    id: 'console',
    title: 'Gateway console',
    group: 'Desk',
    component: lazyPanel(() => import('../features/console/console-panel'), 'ConsolePanel'),
  },
  {
    id: 'settings',
    title: 'Settings',
    group: 'Desk',
    component: lazyPanel(() => import('../features/settings/settings-panel'), 'SettingsPanel'),
  },
];
