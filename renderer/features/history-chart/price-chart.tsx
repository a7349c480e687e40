import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { barFacts } from '../../../shared/domain/bar-sizes';
import type { ChartSeries } from '../../../shared/domain/chart-series';
import { readingZone, zoneOf } from '../../format/zoned-time';
import { contractsQueries } from '../../ipc/contracts-queries';
import { saveText, savePng } from '../../ipc/files';
import { useDown, useReady, useStreaming } from '../../live/session-feed';
import { chartRanges } from '../../state/chart-choices';
import { useChartChoices } from '../../state/chart-choices-store';
import type { LinkedInstrument } from '../../state/linked-instrument';
import { DataView } from '../../ui/data-view';
import { EmptyState } from '../../ui/empty-state';
import { Panel } from '../../ui/panel';
import { BarsTable } from './bars-table';
import type { ChartEngine } from './chart-engine';
import { ChartSettings } from './chart-settings';
import { ChartState } from './chart-state';
import { buttonRanges, ChartPeriods } from './chart-periods';
import { type Aside, ChartToolbar } from './chart-toolbar';
import { CompareStrip, type SearchBox } from './compare-strip';
import { barsCsv, chartPng } from './export-bars';
import { historyQueries } from './history-queries';
import { NotesAside } from './notes-aside';
import { rangePlans } from './ranges';
import { useChartLines } from './use-chart-lines';
import { useDrawing } from './use-drawing';
import { useHistory } from './use-history';
import { useLiveBar } from './use-live-bar';

// The chart library is half a megabyte: the desk is drawn before it arrives.
const ChartStage = lazy(() => import('./chart-stage').then(({ ChartStage: stage }) => ({ default: stage })));

// A range of small bars can be thousands of pages: so many bars are paged back by themselves, more by scrolling.
const mostByItself = 6_000;

/** One instrument's chart: bars from cache and gateway, the last one moved by the stream; as a picture or a table. */
export function PriceChart({
  conid,
  symbol,
  title,
  searchBox,
}: LinkedInstrument & { readonly title: ReactNode; readonly searchBox: SearchBox }) {
  const [choices, choose] = useChartChoices();
  const { bar, outsideRth, source, range } = choices;
  const series = useMemo<ChartSeries>(
    () => ({ conid, bar, outsideRth, source }),
    [conid, bar, outsideRth, source],
  );
  const { daily, ms: barMs } = barFacts[bar];
  const ready = useReady();
  const down = useDown();
  const streaming = useStreaming();
  const history = useHistory(series, ready);
  const venue = useQuery(historyQueries.venue(conid));
  const { data: instrument } = useQuery({ ...contractsQueries.instrument(conid), enabled: ready });
  const zoneId = venue.data?.timeZone ?? null;
  const exchangeZone = zoneOf(zoneId ?? 'UTC');
  // A trading day is a date of the exchange, whatever the clock on the wall here.
  const zone = choices.zone === 'local' && !daily ? readingZone(zoneId) : exchangeZone;
  const { bars } = history;
  const last = bars?.at(-1);
  const live = useLiveBar(series, last, venue.data, streaming);
  const digits = source === 'hmds-fee-rate' ? 4 : (instrument?.rules.priceDigits ?? 2);
  const { lines, add, remove } = useChartLines(conid);
  const drawing = useDrawing(add);
  const [asTable, setAsTable] = useState(false);
  const [settings, setSettings] = useState(false);
  const [aside, setAside] = useState<Aside | null>(null);
  const [saved, setSaved] = useState('');
  const engine = useRef<ChartEngine>(null);
  const { ref: rowRef, width } = useElementSize<HTMLDivElement>();

  const firstMs = bars?.[0]?.timeMs ?? null;
  const count = bars?.length ?? 0;
  const wantedMs = (last?.timeMs ?? 0) + barMs - rangePlans[range].ms;
  const { loadOlder } = history;
  useEffect(() => {
    if (firstMs !== null && firstMs > wantedMs && count < mostByItself) loadOlder();
  }, [firstMs, wantedMs, count, loadOlder]);

  const named = `${symbol} ${bar} ${new Date(last?.timeMs ?? 0).toISOString().slice(0, 10)}`.replace(
    /[^\p{L}\p{N} ._()-]/gu,
    '_',
  );
  const saving = (what: Promise<{ ok: boolean; value?: { savedAs: string | null } }>): void =>
    void what.then((answer) =>
      setSaved(
        !answer.ok
          ? 'Could not be written'
          : answer.value?.savedAs == null
            ? ''
            : `Saved as ${answer.value.savedAs}`,
      ),
    );
  const more = [
    {
      name: 'Save the picture…',
      obstacle: asTable ? 'The table is shown.' : null,
      onPick: () => {
        const picture = engine.current?.picture();
        if (picture !== undefined)
          saving(
            savePng(
              `${named}.png`,
              chartPng(picture, `${symbol} · ${barFacts[bar].words} bars · ${zone.id}`),
            ),
          );
      },
    },
    {
      name: 'Save the bars (CSV)…',
      obstacle: bars === undefined ? 'No bars yet.' : null,
      onPick: () =>
        saving(
          saveText(`${named}.csv`, barsCsv(symbol, series, bars ?? [], exchangeZone, last?.timeMs ?? 0)),
        ),
    },
    { name: 'Indicators and data…', newGroup: true, onPick: () => setSettings(true) },
    ...chartRanges
      .filter((other) => !buttonRanges.includes(other))
      .map((other, index) => ({
        name: `Show ${rangePlans[other].words}`,
        newGroup: index === 0,
        onPick: () => choose({ range: other, bar: rangePlans[other].bar }),
      })),
  ];

  return (
    <Panel
      name="Chart"
      className="chart-panel"
      title={title}
      actions={
        <>
          <ChartPeriods range={range} width={width} choose={choose} />
          <button
            type="button"
            className="button button-quiet"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            Table
          </button>
        </>
      }
    >
      <ChartToolbar
        {...{ rowRef, width, choices, choose, aside, more }}
        tool={drawing.tool}
        onTool={drawing.take}
        onAside={setAside}
        onSettings={() => setSettings(true)}
      />
      {aside === 'compare' && <CompareStrip {...{ symbol, choices, choose, searchBox }} />}
      <DataView
        data={bars}
        failure={history.failure}
        onRetry={history.retry}
        stale={history.failure !== null || !ready}
        down={down}
        rows={9}
        label="Loading the price history"
      >
        {(all) =>
          all.length === 0 ? (
            <EmptyState title="IBKR has no such bars.">
              <p>Try another bar size or another source; expired contracts have none.</p>
            </EmptyState>
          ) : (
            <div className="chart-body">
              {asTable ? (
                <BarsTable bars={all} daily={daily} digits={digits} zone={zone} />
              ) : (
                <Suspense fallback={<div className="chart-stage" />}>
                  <ChartStage
                    {...{ instrument, symbol, series, choices, live, zone, digits, lines, drawing }}
                    bars={all}
                    onRemoveLine={remove}
                    onNearStart={loadOlder}
                    onTable={() => setAsTable(true)}
                    engineRef={engine}
                  />
                </Suspense>
              )}
              {aside === 'notes' && (
                <NotesAside {...{ conid, symbol, lines, zone, digits }} onRemove={remove} />
              )}
            </div>
          )
        }
      </DataView>
      <footer className="chart-foot">
        <p role="status">
          {history.loadingOlder
            ? 'Loading older bars…'
            : history.olderFailure === null
              ? saved
              : `Older bars could not be read: ${history.olderFailure.message} `}
          {history.olderFailure !== null && (
            <button type="button" className="link-button" onClick={history.retryOlder}>
              Try again
            </button>
          )}
        </p>
        <p>
          <ChartState
            {...{ conid, history, last, zone, daily, streaming }}
            live={streaming && live !== null}
          />
        </p>
      </footer>
      {settings && <ChartSettings choices={choices} choose={choose} onClose={() => setSettings(false)} />}
    </Panel>
  );
}
