import type { Decimal } from '../../../shared/domain/decimal';
import type { DraftProblem } from '../../../shared/domain/order-rules';

/** What is wrong with a field, and valid values to take by a press. What was typed is never changed unasked. */
export function ProblemNote({
  problems,
  field,
  onUse,
}: {
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly field: DraftProblem['field'];
  readonly onUse?: (value: Decimal) => void;
}) {
  return problems
    .filter((problem) => problem.field === field)
    .map((problem) => (
      <p key={problem.message} className="field-note">
        {onUse === undefined ? problem.message : withoutAdvice(problem)}
        {onUse !== undefined &&
          problem.suggestions.map((value) => (
            <button key={value} type="button" className="link-button" onClick={() => onUse(value)}>
              {value}
            </button>
          ))}
      </p>
    ));
}

// The message ends in the same values the buttons offer.
const withoutAdvice = ({ message, suggestions }: DraftProblem): string =>
  suggestions.length === 0 ? message : message.replace(/ Use [^ ]+( or [^ ]+)?\.$/, ' Use');
