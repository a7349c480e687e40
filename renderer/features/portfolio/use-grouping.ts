import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { useReady } from '../../live/session-feed';
import { usePositionsView } from '../../state/positions-view';
import { comboNames, notCombined } from './combo-names';
import { groupNameOf } from './position-names';
import type { PositionRow } from './position-row';

/** The group of each row as chosen; `null` for none. IBKR is asked for combinations only while they are looked at. */
export function useGrouping(
  accountIds: ReadonlyArray<AccountId>,
  rows: ReadonlyArray<PositionRow>,
  accountName: (id: string) => string,
): ((row: PositionRow) => string) | null {
  const { grouping } = usePositionsView();
  const byCombo = grouping === 'combo';
  const ready = useReady();
  const answers = useQueries({
    queries: accountIds.map((id) => ({ ...portfolioQueries.combos(id), enabled: ready && byCombo })),
  });
  const known = answers.map(({ data }) => data);
  const names = useMemo(
    () =>
      new Map(
        known.flatMap((answer) =>
          answer === undefined || !byCombo
            ? []
            : [
                [
                  answer.accountId,
                  comboNames(
                    answer.combos,
                    rows.filter(({ accountId }) => accountId === answer.accountId),
                  ),
                ] as const,
              ],
        ),
      ),
    [byCombo, rows, ...known], // eslint-disable-line react-hooks/exhaustive-deps -- by their identity
  );
  return useMemo(() => {
    if (grouping === 'none') return null;
    if (grouping !== 'combo') return (row) => groupNameOf[grouping](row, accountName);
    return ({ accountId, conid }) => {
      const own = names.get(accountId);
      return own === undefined ? 'Combinations not read yet' : (own.get(conid) ?? notCombined);
    };
  }, [grouping, names, accountName]);
}
