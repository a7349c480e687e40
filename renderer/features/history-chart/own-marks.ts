import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sign, toChartNumber } from '../../../shared/domain/decimal';
import type { Conid } from '../../../shared/domain/ids';
import type { Order } from '../../../shared/domain/order';
import { quantityText } from '../../format/number-text';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { useOrderBook } from '../../live/order-feed';
import { useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { useMoney } from '../../ui/discreet';
import type { FillMark, PriceLevel } from './engine-look';

const working: ReadonlyArray<Order['phase']> = ['pending', 'working', 'partial'];

/** What the account shown has to do with this instrument: working orders, fills, average cost. */
export function useOwnMarks(
  conid: Conid,
  shown: boolean,
): {
  readonly orders: ReadonlyArray<Order>;
  readonly fills: ReadonlyArray<FillMark>;
  readonly levels: ReadonlyArray<PriceLevel>;
} {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const ready = useReady();
  const book = useOrderBook(accountId);
  const money = useMoney();
  const positions = useQuery({
    ...portfolioQueries.positions(accountId ?? ('' as never)),
    enabled: ready && accountId !== null,
  });
  const held = positions.data?.positions.find((position) => position.conid === conid);
  const averagePrice = held === undefined || sign(held.quantity) === 0 ? null : held.averagePrice;
  return useMemo(
    () =>
      shown
        ? {
            orders: (book?.orders ?? []).filter(
              (order) => order.conid === conid && working.includes(order.phase),
            ),
            fills: (book?.executions ?? [])
              .filter((execution) => execution.conid === conid)
              .map((execution) => ({
                timeMs: execution.timeMs,
                side: /^b/i.test(execution.side) ? ('buy' as const) : ('sell' as const),
                text: `${/^b/i.test(execution.side) ? 'Bought' : 'Sold'} ${money.hidden ? '' : quantityText(execution.quantity)}`.trim(),
              })),
            levels:
              averagePrice === null
                ? []
                : [
                    {
                      price: toChartNumber(averagePrice),
                      title: 'Avg',
                    },
                  ],
          }
        : nothing,
    [shown, book, conid, averagePrice, money],
  );
}

const nothing = { orders: [], fills: [], levels: [] };
