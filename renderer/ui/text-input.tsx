import { type Ref, useId } from 'react';

/** Plain words. */
export function TextInput({
  label,
  labelHidden = false,
  text,
  onText,
  placeholder,
  inputRef,
  disabled = false,
}: {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className={labelHidden ? 'hidden-text' : 'field-label'} htmlFor={id}>
        {label}
      </label>
      <input
        ref={inputRef}
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        value={text}
        placeholder={placeholder}
        disabled={disabled}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
