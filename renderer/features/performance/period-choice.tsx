import { percentText } from '../../format/number-text';
import { toneOf } from '../../format/tone';
import { ChoiceGroup } from '../../ui/choice-group';
import { percent, wholeOf } from './period-figures';
import type { ShownPeriod } from './periods';

/** All periods with what each earned; choosing one shows its days. */
export function PeriodChoice({
  periods,
  chosen,
  onChoose,
}: {
  readonly periods: ReadonlyArray<ShownPeriod>;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <ChoiceGroup
      label="Period"
      className="period-choice"
      chosen={chosen}
      onChoose={onChoose}
      choices={periods.map((period) => {
        const earned = percent(wholeOf(period).cumulativeReturn);
        return {
          id: period.id,
          name: `${period.id} ${percentText(earned)}`,
          content: (
            <>
              <span className="period-name">{period.id}</span>
              <span className={`tone-${toneOf(earned)}`}>{percentText(earned)}</span>
            </>
          ),
        };
      })}
    />
  );
}
