import type { Route } from '../http/reply';
import { accountRoutes } from './accounts';
import { advisorRoutes } from './advisors';
import { alertRoutes } from './alerts';
import { contractRoutes } from './contracts';
import { marketDataRoutes } from './market-data';
import { notificationRoutes } from './notifications';
import { orderRoutes } from './orders';
import { performanceRoutes } from './performance';
import { portfolioRoutes } from './portfolio';
import { scannerRoutes } from './scanners';
import { sessionRoutes } from './session';
import { watchlistRoutes } from './watchlists';

/** The whole REST surface. */
export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...accountRoutes,
  ...contractRoutes,
  ...marketDataRoutes,
  ...orderRoutes,
  ...portfolioRoutes,
  ...performanceRoutes,
  ...scannerRoutes,
  ...watchlistRoutes,
  ...alertRoutes,
  ...notificationRoutes,
  ...advisorRoutes,
];
