import { type ChartChoices, type ChartRange, chartRanges } from '../../state/chart-choices';
import { SelectInput } from '../../ui/select-input';
import { rangePlans } from './ranges';

/** The periods with a button; the others are in the menu. */
export const buttonRanges = chartRanges.filter((range) => !['1H', '2Y', '3Y'].includes(range));

const widthOfButtons = 640;

/** How far back the chart looks: buttons, or one list of all where the panel is narrow. */
export function ChartPeriods({
  range,
  width,
  choose,
}: {
  readonly range: ChartRange;
  /** Of the panel, in pixels; 0 before it was measured. */
  readonly width: number;
  readonly choose: (part: Partial<ChartChoices>) => void;
}) {
  const take = (next: ChartRange): void => choose({ range: next, bar: rangePlans[next].bar });
  if (width > 0 && width < widthOfButtons)
    return (
      <SelectInput
        label="Period"
        labelHidden
        value={range}
        options={chartRanges.map((each) => ({ value: each, text: each }))}
        onValue={take}
      />
    );
  return (
    <div role="group" aria-label="Period" className="chart-periods">
      {buttonRanges.map((each) => (
        <button
          key={each}
          type="button"
          className="button button-quiet"
          aria-pressed={each === range}
          title={rangePlans[each].words}
          onClick={() => take(each)}
        >
          {each}
        </button>
      ))}
    </div>
  );
}
