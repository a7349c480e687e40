import { useState } from 'react';
import { barFacts, barSources } from '../../../shared/domain/bar-sizes';
import { type ChartChoices, type IndicatorKind, indicatorKinds } from '../../state/chart-choices';
import { Check } from '../../ui/check';
import { Dialog } from '../../ui/dialog';
import { SelectInput } from '../../ui/select-input';
import { sourceWords } from './chart-words';
import { indicatorFacts } from './indicators';

/** What is drawn beside the price, and what the bars are made of. Each choice shows at once. */
export function ChartSettings({
  choices,
  choose,
  onClose,
}: {
  readonly choices: ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
  readonly onClose: () => void;
}) {
  return (
    <Dialog name="Indicators and data" onClose={onClose} className="chart-settings">
      <header className="dialog-head">
        <h2>Indicators and data</h2>
      </header>
      <div className="dialog-body">
        <fieldset>
          <legend className="field-label">Indicators</legend>
          {indicatorKinds.map((kind) => (
            <IndicatorRow key={kind} {...{ kind, choices, choose }} />
          ))}
        </fieldset>
        <fieldset>
          <legend className="field-label">Data</legend>
          <SelectInput
            label="Bars of"
            value={choices.source}
            options={barSources.map((source) => ({ value: source, text: sourceWords[source] }))}
            onValue={(source) => choose({ source })}
          />
          <SelectInput
            label="Times in"
            value={choices.zone}
            options={[
              { value: 'exchange', text: 'Exchange time' },
              { value: 'local', text: 'My time' },
            ]}
            onValue={(zone) => choose({ zone })}
          />
          <Check name="Volume" on={choices.volume} onToggle={(volume) => choose({ volume })} />
          <Check
            name="Own orders, fills and average cost"
            on={choices.own}
            onToggle={(own) => choose({ own })}
          />
          <p className="muted">
            The older historical service has its own bars; not every user may read it. Indicators are computed
            here, from the bars on the screen.
          </p>
        </fieldset>
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </footer>
    </Dialog>
  );
}

function IndicatorRow({
  kind,
  choices,
  choose,
}: {
  readonly kind: IndicatorKind;
  readonly choices: ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
}) {
  const { words, defaultLength, intradayOnly } = indicatorFacts[kind];
  const chosen = choices.indicators.find((one) => one.kind === kind);
  const [text, setText] = useState(String(chosen?.length ?? defaultLength ?? ''));
  const length = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  const valid = length >= 1 && length <= 500;
  const others = choices.indicators.filter((one) => one.kind !== kind);
  const set = (on: boolean, bars: number): void =>
    choose({
      // In the order of the list, whatever the order of the clicks.
      indicators: indicatorKinds.flatMap((each) =>
        each === kind ? (on ? [{ kind, length: bars }] : []) : others.filter((one) => one.kind === each),
      ),
    });
  const unfit = intradayOnly === true && barFacts[choices.bar].daily;
  return (
    <div className="indicator-row">
      <Check
        name={words}
        on={chosen !== undefined}
        onToggle={(on) => set(on, valid ? length : (defaultLength ?? 1))}
      />
      {unfit && <span className="muted">needs bars shorter than a day</span>}
      {defaultLength !== null && (
        <label>
          <span className="hidden-text">{words}: bars</span>
          <input
            className="input input-number"
            inputMode="numeric"
            maxLength={3}
            value={text}
            aria-invalid={!valid}
            onChange={(event) => {
              setText(event.target.value);
              const next = Number(event.target.value);
              if (chosen !== undefined && Number.isInteger(next) && next >= 1 && next <= 500) set(true, next);
            }}
          />
        </label>
      )}
    </div>
  );
}
