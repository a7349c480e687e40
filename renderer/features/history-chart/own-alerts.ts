import { useQuery } from '@tanstack/react-query';
import type { Alert } from '../../../shared/domain/alert';
import type { Conid } from '../../../shared/domain/ids';
import { alertsQueries } from '../../ipc/alerts-queries';
import { useReady } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';

const none: ReadonlyArray<Alert> = [];

/** The account's price alerts on this symbol that have not gone off for good. */
export function useOwnAlerts(conid: Conid, shown: boolean): ReadonlyArray<Alert> {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const ready = useReady();
  const { data = none } = useQuery({
    ...alertsQueries.list(accountId ?? ('' as never)),
    enabled: ready && shown && accountId !== null,
  });
  return shown
    ? data.filter(({ condition, active, triggered }) => condition?.conid === conid && (active || !triggered))
    : none;
}
