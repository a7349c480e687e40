import { ChoiceGroup } from '../../ui/choice-group';
import { SelectInput } from '../../ui/select-input';
import type { Measure } from './chart-rows';
import type { Step } from './period-figures';
import type { Benchmark } from './use-benchmark';

const stepNames: Readonly<Record<Step, string>> = { day: 'By day', week: 'By week', month: 'By month' };

/** What is drawn of the chosen period, and as what. */
export interface PerformanceLook {
  readonly measure: Measure;
  readonly asTable: boolean;
}

/** The panel's own controls, in its header. */
export function PerformanceTools({
  look,
  onLook,
  step,
  benchmark,
}: {
  readonly look: PerformanceLook;
  readonly onLook: (look: PerformanceLook) => void;
  readonly step: Step;
  readonly benchmark: Benchmark;
}) {
  return (
    <div className="performance-measures">
      <ChoiceGroup
        label="Measure"
        chosen={look.measure}
        onChoose={(measure) => onLook({ ...look, measure })}
        choices={[
          { id: 'return', name: 'Return' },
          { id: 'value', name: 'Value' },
          { id: 'steps', name: stepNames[step] },
          { id: 'drawdown', name: 'Drawdown' },
        ]}
      />
      <SelectInput
        label="Benchmark"
        labelHidden
        value={benchmark.chosen}
        options={benchmark.options}
        onValue={benchmark.choose}
      />
      <button
        type="button"
        className="button button-quiet"
        aria-pressed={look.asTable}
        onClick={() => onLook({ ...look, asTable: !look.asTable })}
      >
        Table
      </button>
    </div>
  );
}
