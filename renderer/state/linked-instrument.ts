import { useMemo } from 'react';
import type { Conid } from '../../shared/domain/ids';
import { showInstrument, useWorkspace } from './workspace-store';

/** What a panel is about. */
export interface LinkedInstrument {
  readonly conid: Conid;
  readonly symbol: string;
}

/** The instrument this panel shows; `null` before one was chosen. */
export function useInstrument(): LinkedInstrument | null {
  const conid = useWorkspace((workspace) => workspace.conid);
  const symbol = useWorkspace((workspace) => workspace.symbol);
  return useMemo(() => (conid === null || symbol === null ? null : { conid, symbol }), [conid, symbol]);
}

/** Shows another instrument in this panel and in all that are linked to it. */
export const useShowInstrument = (): ((conid: Conid, symbol: string) => void) => showInstrument;
