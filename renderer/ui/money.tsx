import type { Decimal } from '../../shared/domain/decimal';
import { numberText, signedText } from '../format/number-text';
import { toneArrow, toneOf } from '../format/tone';

/** An amount with its currency, quiet and smaller. */
export function Money({
  value,
  currency,
  places = 2,
}: {
  readonly value: Decimal | null;
  readonly currency?: string | null;
  readonly places?: number;
}) {
  return (
    <span>
      {numberText(value, places)}
      {value !== null && currency != null && <span className="unit">{currency}</span>}
    </span>
  );
}

/** A gain or a loss: sign, arrow and colour, three cues; zero and unknown are neutral. */
export function Change({
  value,
  places = 2,
  suffix = '',
  arrow = true,
}: {
  readonly value: Decimal | null;
  readonly places?: number;
  readonly suffix?: string;
  readonly arrow?: boolean;
}) {
  const tone = toneOf(value);
  return (
    <span className={`tone-${tone}`}>
      {arrow && toneArrow[tone] !== '' && (
        <span className="arrow" aria-hidden="true">
          {toneArrow[tone]}
        </span>
      )}
      {signedText(value, places)}
      {value !== null && suffix}
    </span>
  );
}
