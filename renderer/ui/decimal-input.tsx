import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import type { Decimal } from '../../shared/domain/decimal';
import { typedDecimal } from '../format/typed-decimal';

/**
 * A number as it was typed. The text is never rewritten behind the user's back: what could mean two things is
 * asked about, what is no number is said to be none.
 */
export function DecimalInput({
  label,
  name = label,
  text,
  onText,
  onStep,
  onKey,
  unit,
  disabled = false,
  problem,
}: {
  readonly label: string;
  /** Its full name where the label is short. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Arrow keys: one step, ten with Shift; Page Up and Page Down: a hundred. */
  readonly onStep?: (steps: number) => void;
  /** A key that is no part of a number; true where it was taken. */
  readonly onKey?: ((key: string) => boolean) | undefined;
  readonly unit?: string | undefined;
  readonly disabled?: boolean;
  readonly problem?: string | null;
}) {
  const id = useId();
  const read = typedDecimal(text);
  const wrong = read.kind === 'ask' || read.kind === 'invalid' || (problem ?? null) !== null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const steps = stepsOf(event);
    if (steps !== null && onStep !== undefined) {
      event.preventDefault();
      onStep(steps);
    } else if (onKey?.(event.key) === true) event.preventDefault();
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {unit !== undefined && (
          <span className="unit" aria-hidden="true">
            {unit}
          </span>
        )}
      </label>
      <input
        id={id}
        className="input input-number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        value={text}
        disabled={disabled}
        aria-label={name}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-note` : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {wrong && (
        <p id={`${id}-note`} className="field-note">
          {read.kind === 'ask' ? (
            <Choices choices={read.choices} onChoose={onText} />
          ) : read.kind === 'invalid' ? (
            `“${text}” is not a number.`
          ) : (
            problem
          )}
        </p>
      )}
    </div>
  );
}

function stepsOf({ key, shiftKey }: KeyboardEvent): number | null {
  if (key === 'ArrowUp' || key === 'ArrowDown') return (key === 'ArrowUp' ? 1 : -1) * (shiftKey ? 10 : 1);
  if (key === 'PageUp' || key === 'PageDown') return key === 'PageUp' ? 100 : -100;
  return null;
}

function Choices({
  choices,
  onChoose,
}: {
  readonly choices: ReadonlyArray<Decimal>;
  readonly onChoose: (text: string) => void;
}) {
  return (
    <>
      Do you mean{' '}
      {choices.map((choice, index) => (
        <span key={choice}>
          {index > 0 && ' or '}
          <button type="button" className="link-button" onClick={() => onChoose(choice)}>
            {choice}
          </button>
        </span>
      ))}
      ?
    </>
  );
}
