import { useMemo } from 'react';
import type { DatedScanParameters, Scan, ScanSource } from '../../../shared/domain/scanner';
import { Age } from '../../ui/age';
import { ChoiceGroup } from '../../ui/choice-group';
import { PickInput } from '../../ui/pick-input';
import {
  filtersFor,
  instrumentOptions,
  obstacleOf,
  placeOptions,
  rankingOptions,
  withInstrument,
} from './scan-choices';
import { ScanFilters } from './scan-filters';

/** What to look for: kind of instrument, place, ranking and bounds, each found by typing. */
export function ScanBuilder({
  dated,
  scan,
  running,
  onChange,
  onSource,
  onRun,
  onRenew,
}: {
  readonly dated: DatedScanParameters;
  readonly scan: Scan;
  readonly running: boolean;
  readonly onChange: (scan: Scan) => void;
  readonly onSource: (source: ScanSource) => void;
  readonly onRun: () => void;
  readonly onRenew: () => void;
}) {
  const { parameters } = dated;
  const instruments = useMemo(() => instrumentOptions(parameters), [parameters]);
  const places = useMemo(() => placeOptions(parameters, scan.instrument), [parameters, scan.instrument]);
  const rankings = useMemo(() => rankingOptions(parameters, scan.instrument), [parameters, scan.instrument]);
  const filters = useMemo(() => filtersFor(parameters, scan.instrument), [parameters, scan.instrument]);
  const obstacle = obstacleOf(parameters, scan);
  return (
    <form
      className="scan-builder"
      aria-label="Scan"
      onSubmit={(event) => {
        event.preventDefault();
        if (obstacle === null && !running) onRun();
      }}
    >
      <div className="scan-head">
        <ChoiceGroup<ScanSource>
          label="Scanner"
          chosen={scan.source}
          choices={[
            { id: 'market', name: 'Market' },
            { id: 'historical', name: 'Historical' },
          ]}
          onChoose={onSource}
        />
        <button
          type="submit"
          className="button button-primary button-small"
          disabled={obstacle !== null}
          title={obstacle ?? undefined}
          aria-busy={running}
        >
          Run
        </button>
      </div>
      <PickInput
        label="Instrument"
        value={scan.instrument}
        options={instruments}
        onPick={(instrument) => onChange(withInstrument(parameters, scan, instrument))}
      />
      <PickInput
        label="Location"
        value={scan.place}
        options={places}
        onPick={(place) => onChange({ ...scan, place })}
      />
      <PickInput
        label="Ranking"
        value={scan.ranking}
        options={rankings}
        onPick={(ranking) => onChange({ ...scan, ranking })}
      />
      <ScanFilters
        filters={scan.filters}
        offered={filters}
        onChange={(next) => onChange({ ...scan, filters: next })}
      />
      {obstacle !== null && scan.filters.length > 0 && <p className="muted scan-note">{obstacle}</p>}
      <p className="muted scan-note">
        Choices <Age asOfMs={dated.asOfMs} stale={false} />.{' '}
        {dated.nextMs === null ? (
          <button type="button" className="link-button" onClick={onRenew}>
            Read again
          </button>
        ) : (
          'IBKR answers this once in 15 minutes.'
        )}
        {dated.remark !== null && ` ${dated.remark}`}
      </p>
    </form>
  );
}
