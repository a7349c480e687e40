import { useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import { failureOf } from '../../ipc/client';
import { saveText } from '../../ipc/files';
import { viewOf } from '../../ipc/query-view';
import { useAddToWatchlist } from '../../live/add-to-watchlist';
import { useDown, useReady } from '../../live/session-feed';
import { Age } from '../../ui/age';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { SelectInput } from '../../ui/select-input';
import { SavedScans } from './saved-scans';
import { ScanBuilder } from './scan-builder';
import { rankingName } from './scan-choices';
import { scanCsv } from './scan-csv';
import { ScanResults } from './scan-results';
import { useScanner } from './use-scanner';
import './scanner.css';

const schedules = [
  { value: '', text: 'Run by hand' },
  { value: '30', text: 'Every 30 s' },
  { value: '60', text: 'Every minute' },
  { value: '300', text: 'Every 5 min' },
  { value: '900', text: 'Every 15 min' },
] as const;

/** IBKR's market scanners: what to look for on the left, what was found on the right. */
export function ScannerPanel() {
  const scanner = useScanner();
  const { parameters, scan, run } = scanner;
  const ready = useReady();
  const down = useDown();
  const add = useAddToWatchlist();
  const [said, setSaid] = useState('');
  const title =
    parameters.data === undefined || scan === null ? '' : rankingName(parameters.data.parameters, scan);
  const addAll = (conids: ReadonlyArray<Conid>): void =>
    add.mutate(conids, {
      onSuccess: ({ name, count }) => setSaid(`${count} added to “${name}”`),
      onError: (error) => setSaid(failureOf(error)?.message ?? ''),
    });
  const exportCsv = async (): Promise<void> => {
    if (run.data === undefined) return;
    const saved = await saveText(
      `scan-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.csv`,
      scanCsv(run.data, title),
    );
    if (!saved.ok) setSaid(saved.error.message);
    else if (saved.value.savedAs !== null) setSaid('Saved');
  };
  return (
    <Panel
      name="Scanners"
      className="scanner"
      actions={
        scan !== null && (
          <>
            <SavedScans
              savedId={scanner.savedId}
              scan={scan}
              everySeconds={scanner.everySeconds}
              onOpen={scanner.open}
            />
            <div className="scan-schedule">
              <SelectInput
                label="Schedule"
                labelHidden
                value={scanner.everySeconds === null ? '' : String(scanner.everySeconds)}
                options={schedules}
                onValue={(value) => scanner.setEverySeconds(value === '' ? null : Number(value))}
              />
            </div>
          </>
        )
      }
      state={run.data === undefined ? null : <Age asOfMs={run.data.atMs} stale={run.isError || !ready} />}
    >
      <DataView {...viewOf(parameters, ready, down)} label="Reading what can be scanned for" rows={8}>
        {(dated) =>
          scan !== null && (
            <div className="scan-parts">
              <ScanBuilder
                dated={dated}
                scan={scan}
                running={run.isFetching}
                onChange={scanner.change}
                onSource={scanner.choose}
                onRun={() => scanner.start(scan)}
                onRenew={() => void scanner.renew()}
              />
              <div className="scan-found">
                {run.data !== undefined && (
                  <div className="scan-bar">
                    <span role="status">
                      {said === '' ? countText(run.data.rows, run.data.total, run.data.previousMs) : said}
                    </span>
                    <button
                      type="button"
                      className="button button-quiet"
                      disabled={run.data.rows.length === 0 || add.isPending}
                      onClick={() => addAll(run.data.rows.map(({ conid }) => conid))}
                    >
                      Add all to the watchlist
                    </button>
                    <button
                      type="button"
                      className="button button-quiet"
                      disabled={run.data.rows.length === 0}
                      onClick={() => void exportCsv()}
                    >
                      Export CSV…
                    </button>
                  </div>
                )}
                {scanner.hasRun ? (
                  <DataView {...viewOf(run, ready, down)} label="Scanning" rows={12}>
                    {(result) => <ScanResults result={result} onAdd={addAll} />}
                  </DataView>
                ) : (
                  <EmptyState title="Nothing scanned yet.">
                    <p>
                      Choose where to look and what to rank by, then “Run”. IBKR answers with 50 rows at most,
                      its historical scanner with 250.
                    </p>
                  </EmptyState>
                )}
              </div>
            </div>
          )
        }
      </DataView>
    </Panel>
  );
}

function countText(
  rows: ReadonlyArray<{ readonly isNew: boolean }>,
  total: number | null,
  previousMs: number | null,
): string {
  const of = total !== null && total > rows.length ? ` of ${total}` : '';
  const fresh = rows.filter(({ isNew }) => isNew).length;
  return `${rows.length}${of} found${previousMs === null ? '' : ` · ${fresh} new since the last run`}`;
}
