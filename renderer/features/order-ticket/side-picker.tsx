import type { Side } from '../../../shared/domain/order-draft';

/** Buy or sell. The radios themselves lie over their labels, so that every way of pressing them is the platform's. */
export function SidePicker({
  side,
  onSide,
  disabled,
}: {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly disabled: boolean;
}) {
  return (
    <div role="radiogroup" aria-label="Side" className="side-picker">
      {(['BUY', 'SELL'] as const).map((choice) => (
        <label key={choice} className={`side-choice side-choice-${choice.toLowerCase()}`}>
          <input
            type="radio"
            name="side"
            checked={side === choice}
            disabled={disabled}
            onChange={() => onSide(choice)}
          />
          <span>{choice === 'BUY' ? 'Buy' : 'Sell'}</span>
        </label>
      ))}
    </div>
  );
}
