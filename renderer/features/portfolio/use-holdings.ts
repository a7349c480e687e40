import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { PositionList } from '../../../shared/domain/portfolio';
import { failureOf } from '../../ipc/client';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { usePnls, usePnlStreams } from '../../live/pnl-feed';
import { useReady } from '../../live/session-feed';
import { commonBase, inCommonBase } from './common-base';
import { overviewOf, type OverviewFigures } from './consolidated';

export interface Holdings {
  readonly lists: ReadonlyArray<PositionList>;
  /** The first account whose positions could not be read, in the window's words. */
  readonly failure: AppError | null;
  readonly loading: boolean;
  readonly figures: OverviewFigures;
  readonly ledgerMs: number | null;
  readonly refetch: () => void;
  readonly asOfMs: number | null;
  readonly stale: boolean;
}

/** IBKR answers ten requests a second in all: many accounts are read in turn, each less often. */
const few = 4;
const perAccountMs = 3_000;

/** Positions and figures of some accounts, or of one model of one account, each asked for on its own and never mixed. */
export function useHoldings(accountIds: ReadonlyArray<AccountId>, model: string | null): Holdings {
  const ready = useReady();
  usePnlStreams(accountIds);
  const pnls = usePnls();
  const slower = accountIds.length > few ? { refetchInterval: accountIds.length * perAccountMs } : {};
  const positions = useQueries({
    queries: accountIds.map((id) => ({
      ...portfolioQueries.positions(id, model),
      enabled: ready,
      ...slower,
    })),
  });
  const summaries = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.summary(id), enabled: ready, ...slower })),
  });
  const ledgers = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.ledger(id), enabled: ready, ...slower })),
  });
  const base = commonBase(
    accountIds.map((_id, index) => ({
      baseCurrency: summaries[index]?.data?.baseCurrency ?? null,
      ledger: ledgers[index]?.data,
    })),
  );
  const figures = overviewOf(
    accountIds.map((id, index) => ({
      summary: summaries[index]?.data,
      pnl: pnls.get(id) ?? null,
      ledgerBase: ledgers[index]?.data?.rows.find(({ isBase }) => isBase),
    })),
    base,
  );
  const data = positions.map((query) => query.data);
  const times = data.flatMap((list) => (list === undefined ? [] : [list.asOfMs]));
  const failed = positions.find((query) => query.error !== null);
  return {
    // The lists by identity: rows are made anew only when one of them changed.
    lists: useMemo(
      () =>
        data.flatMap((list, index) =>
          list === undefined ? [] : [inCommonBase(list, base.rates[index] ?? null)],
        ),
      [...data, ...base.rates], // eslint-disable-line react-hooks/exhaustive-deps
    ),
    failure: failed === undefined ? null : failureOf(failed.error),
    loading: data.some((list) => list === undefined),
    figures,
    ledgerMs: ledgers[0]?.data?.asOfMs ?? null,
    refetch: () => {
      for (const query of [...positions, ...summaries, ...ledgers]) void query.refetch();
    },
    asOfMs: times.length === accountIds.length && times.length > 0 ? Math.min(...times) : null,
    stale: failed !== undefined || !ready,
  };
}
