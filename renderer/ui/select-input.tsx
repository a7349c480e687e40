import { useId } from 'react';

/** The platform's own list box: nothing is faster by keyboard or better known to a screen reader. */
export function SelectInput<Value extends string>({
  label,
  name,
  value,
  options,
  onValue,
  disabled = false,
  labelHidden = false,
}: {
  readonly label: string;
  /** Its full name where the label is short. */
  readonly name?: string;
  readonly value: Value;
  readonly options: ReadonlyArray<{
    readonly value: Value;
    readonly text: string;
    readonly disabled?: boolean;
  }>;
  readonly onValue: (value: Value) => void;
  readonly disabled?: boolean;
  readonly labelHidden?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className={labelHidden ? 'hidden-text' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="select"
        aria-label={name}
        value={value}
        disabled={disabled}
        // The options are the only values the list can hold.
        onChange={(event) => onValue(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
