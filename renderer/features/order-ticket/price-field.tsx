import type { Instrument } from '../../../shared/domain/instrument';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { typedDecimal } from '../../format/typed-decimal';
import { DecimalInput } from '../../ui/decimal-input';
import { ProblemNote } from './problem-note';
import { stepped } from './price-steps';

/** One price of the order: arrow keys step by the contract's ticks, a wrong tick is answered with valid ones. */
export function PriceField({
  label,
  name,
  field,
  text,
  onText,
  instrument,
  problems,
}: {
  readonly label: string;
  /** Its full name where the label beside it is short. */
  readonly name?: string;
  readonly field: DraftProblem['field'] | null;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly instrument: Instrument | undefined;
  readonly problems: ReadonlyArray<DraftProblem>;
}) {
  const rules = instrument?.rules;
  return (
    <div>
      <DecimalInput
        label={label}
        name={name}
        unit={name === undefined ? (instrument?.currency ?? undefined) : undefined}
        text={text}
        onText={onText}
        onStep={(steps) => {
          const read = typedDecimal(text);
          if (rules !== undefined && read.kind === 'value') onText(stepped(read.value, steps, rules));
        }}
      />
      {field !== null && <ProblemNote problems={problems} field={field} onUse={onText} />}
    </div>
  );
}
