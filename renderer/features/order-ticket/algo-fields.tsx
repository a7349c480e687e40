import type { Algo, AlgoParameter } from '../../../shared/domain/algo';
import { isFixed } from '../../../shared/domain/algo-rules';
import type { DraftProblem } from '../../../shared/domain/order-rules';
import { DecimalInput } from '../../ui/decimal-input';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';
import { ProblemNote } from './problem-note';
import type { TicketForm } from './ticket-form';

/** The form of an algorithm, made from what IBKR says of its parameters. */
export function AlgoFields({
  form,
  algos,
  problems,
  change,
}: {
  readonly form: TicketForm;
  readonly algos: ReadonlyArray<Algo>;
  readonly problems: ReadonlyArray<DraftProblem>;
  readonly change: (part: Partial<TicketForm>) => void;
}) {
  const { algo: chosen } = form;
  const algo = algos.find(({ id }) => id === chosen?.id);
  if (chosen === null || algo === undefined) return null;
  const set = (id: string, value: string | boolean): void =>
    change({ algo: { ...chosen, values: { ...chosen.values, [id]: value } } });
  return (
    <fieldset className="algo">
      <legend className="hidden-text">{algo.name}</legend>
      {algo.description !== null && <p className="field-hint algo-wide">{algo.description}</p>}
      {algo.parameters.map((parameter) => (
        <div key={parameter.id} className={parameter.kind === 'yes-no' ? 'algo-wide' : undefined}>
          <AlgoInput
            parameter={parameter}
            value={chosen.values[parameter.id] ?? ''}
            fixed={isFixed(parameter, form.orderType) ? (parameter.fixedFor[form.orderType] ?? '') : null}
            onValue={(value) => set(parameter.id, value)}
          />
          <ProblemNote problems={problems.filter(({ part }) => part === parameter.id)} field="algo" />
        </div>
      ))}
      <div className="algo-wide">
        <ProblemNote problems={problems.filter(({ part = '' }) => part === '')} field="algo" />
      </div>
    </fieldset>
  );
}

function AlgoInput({
  parameter: { name, description, kind, choices, required },
  value,
  fixed,
  onValue,
}: {
  readonly parameter: AlgoParameter;
  readonly value: string | boolean;
  /** What IBKR fixes it to for this type of order. */
  readonly fixed: string | null;
  readonly onValue: (value: string | boolean) => void;
}) {
  const label = required || kind === 'yes-no' ? name : `${name} (optional)`;
  if (fixed !== null)
    return (
      <p className="field-hint">
        {name}: {fixed}, fixed by IBKR for this type of order.
      </p>
    );
  const text = typeof value === 'string' ? value : '';
  const hint = description !== null && <p className="field-hint">{description}</p>;
  switch (kind) {
    case 'yes-no':
      return (
        <label className="check" title={description ?? undefined}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onValue(event.target.checked)}
          />
          {name}
        </label>
      );
    case 'choice':
      return (
        <SelectInput
          label={label}
          value={text}
          options={[
            ...(required && text !== '' ? [] : [{ value: '', text: '—' }]),
            ...choices.map((choice) => ({ value: choice, text: choice })),
          ]}
          onValue={onValue}
        />
      );
    case 'number':
    case 'whole':
      return (
        <>
          <DecimalInput label={label} text={text} onText={onValue} />
          {hint}
        </>
      );
    case 'time':
    case 'text':
      return (
        <>
          <TextInput
            label={label}
            text={text}
            onText={onValue}
            placeholder={kind === 'time' ? '14:00:00 EST' : ''}
          />
          {hint}
        </>
      );
  }
}
