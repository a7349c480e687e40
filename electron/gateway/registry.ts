import { accountEndpoints } from './endpoints/accounts';
import { advisorEndpoints } from './endpoints/advisor';
import { alertEndpoints } from './endpoints/alerts';
import { contractEndpoints } from './endpoints/contracts';
import { marketDataEndpoints } from './endpoints/market-data';
import { orderListEndpoints } from './endpoints/order-lists';
import { orderEndpoints } from './endpoints/orders';
import { portfolioEndpoints } from './endpoints/portfolio';
import { analystEndpoints } from './endpoints/portfolio-analyst';
import { scannerEndpoints } from './endpoints/scanners';
import { sessionEndpoints } from './endpoints/session';
import { watchlistEndpoints } from './endpoints/watchlists';
import type { Area, Endpoint } from './endpoint';

/** Every declaration, by area and method name. */
export const declarations = {
  accounts: { ...accountEndpoints, ...advisorEndpoints },
  alerts: alertEndpoints,
  contracts: contractEndpoints,
  marketData: marketDataEndpoints,
  orders: { ...orderListEndpoints, ...orderEndpoints },
  portfolio: { ...portfolioEndpoints, ...analystEndpoints },
  scanners: scannerEndpoints,
  session: sessionEndpoints,
  watchlists: watchlistEndpoints,
} as const;

export interface NamedEndpoint {
  readonly name: string;
  readonly area: Area;
  readonly endpoint: Endpoint;
}

/** The same as one list: the console, the docs, the command line and the generated tests walk over it. */
export const allEndpoints: ReadonlyArray<NamedEndpoint> = Object.entries(declarations).flatMap(
  ([area, group]) =>
    // A record of exact declarations is not a record of general ones to the compiler; each one is an Endpoint.
    Object.entries(group as unknown as Readonly<Record<string, Endpoint>>).map(([name, endpoint]) => ({
      name,
      area: area as Area,
      endpoint,
    })),
);

/** By method name, or `area.method`. */
export const findEndpoint = (name: string): NamedEndpoint | undefined =>
  allEndpoints.find((entry) => entry.name === name || `${entry.area}.${entry.name}` === name);
