import { useId } from 'react';
import { changePreferences, usePreference } from '../../state/preferences';
import type { SettingRow } from './setting-rows';

/** One preference: two or four words as a row of radio buttons, more as a list. */
export function SettingField({
  row,
  onFailure,
}: {
  readonly row: SettingRow;
  readonly onFailure: (message: string | null) => void;
}) {
  const id = useId();
  const current = usePreference(row.name);
  const choose = async (value: unknown): Promise<void> => {
    // A value out of this row's own choices.
    const kept = await changePreferences({ [row.name]: value });
    onFailure(kept.ok ? null : `${kept.error.message} ${kept.error.action}`);
  };
  const choices: ReadonlyArray<{ readonly value: unknown; readonly text: string }> = row.choices;
  return (
    <div className="setting">
      <div className="setting-words">
        <span id={id} className="setting-label">
          {row.label}
        </span>
        {row.hint !== undefined && (
          <span id={`${id}-hint`} className="setting-hint">
            {row.hint}
          </span>
        )}
      </div>
      {choices.length > 4 ? (
        <select
          className="select setting-list"
          aria-labelledby={id}
          value={String(current)}
          onChange={(event) =>
            void choose(choices.find(({ value }) => String(value) === event.target.value)?.value)
          }
        >
          {choices.map(({ value, text }) => (
            <option key={String(value)} value={String(value)}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <div
          className="segments"
          role="radiogroup"
          aria-labelledby={id}
          aria-describedby={row.hint === undefined ? undefined : `${id}-hint`}
        >
          {choices.map(({ value, text }) => (
            <label key={String(value)} className="segment" data-value={String(value)}>
              <input type="radio" name={id} checked={value === current} onChange={() => void choose(value)} />
              {text}
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
