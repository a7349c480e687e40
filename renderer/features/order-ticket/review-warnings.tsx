import type { OrderWarning } from '../../../shared/domain/order-preview';
import { TextInput } from '../../ui/text-input';

/** One line and one tick for each warning; what is blocked says so and has no tick. */
export function ReviewWarnings({
  warnings,
  ticked,
  onTick,
  quantity,
  typed,
  onTyped,
  disabled,
}: {
  readonly warnings: ReadonlyArray<OrderWarning>;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  /** What has to be typed once more where a warning weighs that much. */
  readonly quantity: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly disabled: boolean;
}) {
  if (warnings.length === 0) return null;
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    onTick(next);
  };
  return (
    <ul className="review-warnings" aria-label="Warnings">
      {warnings.map(({ id, severity, text }) => (
        <li key={id}>
          {severity === 'hard' ? (
            <p className="review-block">
              <strong>Blocked.</strong> {text}
            </p>
          ) : (
            <label className="check review-warning">
              <input
                type="checkbox"
                checked={ticked.has(id)}
                disabled={disabled}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>{text}</span>
            </label>
          )}
        </li>
      ))}
      {warnings.some(({ severity }) => severity === 'typed') &&
        !warnings.some(({ severity }) => severity === 'hard') && (
          <li className="review-typed">
            <TextInput
              label={`Type the quantity, ${quantity}, to confirm`}
              text={typed}
              onText={onTyped}
              disabled={disabled}
            />
          </li>
        )}
    </ul>
  );
}
