import type { Decimal } from '../../../shared/domain/decimal';
import type { PositionPart } from './position-parts';

/** Buttons that take a part of the position into the quantity; they send nothing. */
export function QuantityParts({
  parts,
  onQuantity,
}: {
  readonly parts: ReadonlyArray<PositionPart>;
  readonly onQuantity: (quantity: Decimal) => void;
}) {
  if (parts.length === 0) return null;
  return (
    <div className="ticket-parts" role="group" aria-label="Part of the position">
      {parts.map(({ name, words, quantity }) => (
        <button
          key={name}
          type="button"
          className="button button-small"
          aria-label={words}
          title={words}
          disabled={quantity === null}
          onClick={() => quantity !== null && onQuantity(quantity)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
