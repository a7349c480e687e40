import type { ReactNode } from 'react';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Drawn instead of the name, which stays what a screen reader hears. */
  readonly content?: ReactNode;
  /** Why it cannot be chosen now. */
  readonly disabledWhy?: string | undefined;
}

/** One of a few, side by side: a group of pressed and unpressed buttons. */
export function ChoiceGroup<Id extends string>({
  label,
  choices,
  chosen,
  onChoose,
  className = '',
}: {
  readonly label: string;
  readonly choices: ReadonlyArray<Choice<Id>>;
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  readonly className?: string;
}) {
  return (
    <div role="group" aria-label={label} className={`choice-group ${className}`}>
      {choices.map(({ id, name, content, disabledWhy }) => (
        <button
          key={id}
          type="button"
          className="button button-quiet"
          aria-pressed={id === chosen}
          aria-label={content === undefined ? undefined : name}
          disabled={disabledWhy !== undefined}
          title={disabledWhy}
          onClick={() => onChoose(id)}
        >
          {content ?? name}
        </button>
      ))}
    </div>
  );
}
