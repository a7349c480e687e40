import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedScan, Scan, ScanSource } from '../../../shared/domain/scanner';
import { call } from '../../ipc/client';
import { scannersQueries } from '../../ipc/scanners-queries';
import { useReady } from '../../live/session-feed';
import { firstScan } from './scan-choices';

/** The scan being built, the one that runs, and how often. A hidden panel runs nothing. */
export function useScanner() {
  const ready = useReady();
  const client = useQueryClient();
  const [source, setSource] = useState<ScanSource>('market');
  const [draft, setDraft] = useState<Scan | null>(null);
  const [running, setRunning] = useState<Scan | null>(null);
  const [everySeconds, setEverySeconds] = useState<number | null>(null);
  const [savedId, setSavedId] = useState<string | null>(null);

  const parametersQuery = scannersQueries.parameters(source);
  const parameters = useQuery({ ...parametersQuery, enabled: ready });
  const scan =
    draft ?? (parameters.data === undefined ? null : firstScan(parameters.data.parameters, source));
  const run = useQuery({
    ...scannersQueries.run(running ?? scan ?? emptyScan),
    enabled: ready && running !== null,
    refetchInterval: everySeconds === null ? false : everySeconds * 1_000,
  });
  const start = (wanted: Scan): void => {
    setRunning(wanted);
    // The same scan again is a new run; another one runs because it is another.
    if (JSON.stringify(wanted) === JSON.stringify(running)) void run.refetch();
    else void client.invalidateQueries({ queryKey: scannersQueries.run(wanted).queryKey });
  };
  return {
    ...{ parameters, scan, run, start, everySeconds, setEverySeconds, savedId, hasRun: running !== null },
    change: (next: Scan): void => setDraft(next),
    choose: (next: ScanSource): void => {
      setSource(next);
      setDraft(null);
      setRunning(null);
    },
    renew: async (): Promise<void> => {
      const renewed = await call('scanners.parameters', { source, renew: true });
      client.setQueryData(parametersQuery.queryKey, renewed);
    },
    open: (id: string | null, saved: SavedScan | null): void => {
      setSavedId(id);
      if (saved === null) return;
      setSource(saved.scan.source);
      setDraft(saved.scan);
      setEverySeconds(saved.everySeconds);
      start(saved.scan);
    },
  };
}

const emptyScan: Scan = { source: 'market', instrument: '-', place: '-', ranking: '-', filters: [] };
