import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { PositionList } from '../../../shared/domain/portfolio';
import { failureOf } from '../../ipc/client';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { usePnls, usePnlStreams } from '../../live/pnl-feed';
import { useReady } from '../../live/session-feed';
import { sum } from '../../../shared/domain/decimal';
import { overviewOf, type OverviewFigures } from './consolidated';

export interface Holdings {
  readonly lists: ReadonlyArray<PositionList>;
  /** The first account whose positions could not be read, in the window's words. */
  readonly failure: AppError | null;
  readonly loading: boolean;
  readonly figures: OverviewFigures;
  readonly realized: { readonly value: ReturnType<typeof sum>; readonly asOfMs: number | null };
  readonly refetch: () => void;
  readonly asOfMs: number | null;
  readonly stale: boolean;
}

/** Positions and figures of some accounts, or of one model of one account, each asked for on its own and never mixed. */
export function useHoldings(accountIds: ReadonlyArray<AccountId>, model: string | null): Holdings {
  const ready = useReady();
  usePnlStreams(accountIds);
  const pnls = usePnls();
  const positions = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.positions(id, model), enabled: ready })),
  });
  const summaries = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.summary(id), enabled: ready })),
  });
  const ledgers = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.ledger(id), enabled: ready })),
  });
  const figures = overviewOf(
    accountIds.map((id, index) => ({ summary: summaries[index]?.data, pnl: pnls.get(id) ?? null })),
  );
  const bases = ledgers.map(({ data }) => data?.rows.find(({ isBase }) => isBase)?.realizedPnl ?? null);
  const comparable = accountIds.length === 1 || figures.baseCurrency !== null;
  const data = positions.map((query) => query.data);
  const times = data.flatMap((list) => (list === undefined ? [] : [list.asOfMs]));
  const failed = positions.find((query) => query.error !== null);
  return {
    // The lists by identity: rows are made anew only when one of them changed.
    lists: useMemo(() => data.filter((list) => list !== undefined), data), // eslint-disable-line react-hooks/exhaustive-deps
    failure: failed === undefined ? null : failureOf(failed.error),
    loading: data.some((list) => list === undefined),
    figures,
    realized: {
      value: comparable ? sum(bases) : null,
      asOfMs: ledgers[0]?.data?.asOfMs ?? null,
    },
    refetch: () => {
      for (const query of [...positions, ...summaries, ...ledgers]) void query.refetch();
    },
    asOfMs: times.length === accountIds.length && times.length > 0 ? Math.min(...times) : null,
    stale: failed !== undefined || !ready,
  };
}
