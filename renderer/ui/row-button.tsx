import type { ReactNode } from 'react';

/** An action of a row. The grid's arrow keys lead to it; Tab passes the grid in one step. */
export function RowButton({
  name,
  disabled,
  onPress,
  children,
}: {
  readonly name: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="button button-quiet row-button row-button-shown"
      aria-label={name}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {children}
    </button>
  );
}
