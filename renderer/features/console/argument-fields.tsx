import { useId } from 'react';
import type { ConsoleParameter } from '../../../shared/domain/console';
import { CodeText } from './code-text';
import type { FieldTexts } from './argument-text';

/** One field for each argument, its meaning beside it. */
export function ArgumentFields({
  parameters,
  texts,
  problems,
  onText,
}: {
  readonly parameters: ReadonlyArray<ConsoleParameter>;
  readonly texts: FieldTexts;
  readonly problems: Readonly<Record<string, string>>;
  readonly onText: (name: string, text: string) => void;
}) {
  if (parameters.length === 0) return <p className="muted">No arguments.</p>;
  return (
    <div className="console-fields">
      {parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          text={texts[parameter.name] ?? ''}
          problem={problems[parameter.name]}
          onText={(text) => onText(parameter.name, text)}
        />
      ))}
    </div>
  );
}

function Field({
  parameter,
  text,
  problem,
  onText,
}: {
  readonly parameter: ConsoleParameter;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
}) {
  const id = useId();
  const shared = {
    id,
    value: text,
    'aria-describedby': `${id}-doc`,
    'aria-invalid': problem !== undefined,
    'aria-required': parameter.required,
  };
  return (
    <div className="console-field">
      <label htmlFor={id} className="mono">
        {parameter.name}
        {parameter.required && <span className="console-needed"> needed</span>}
      </label>
      <div>
        {parameter.input === 'boolean' || parameter.input === 'choice' ? (
          <select {...shared} className="select" onChange={(event) => onText(event.target.value)}>
            <option value="">not given</option>
            {(parameter.input === 'boolean' ? ['true', 'false'] : parameter.choices).map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
        ) : parameter.input === 'json' ? (
          <textarea
            {...shared}
            className="input console-json-field"
            rows={Math.min(12, Math.max(2, text.split('\n').length))}
            spellCheck={false}
            onChange={(event) => onText(event.target.value)}
          />
        ) : (
          <input
            {...shared}
            className="input"
            type="text"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onText(event.target.value)}
          />
        )}
        {problem !== undefined && (
          <p className="field-note" role="alert">
            {problem}
          </p>
        )}
      </div>
      <p id={`${id}-doc`} className="console-doc">
        <span className="mono">{parameter.type}</span> · <CodeText text={parameter.doc} />
      </p>
    </div>
  );
}
