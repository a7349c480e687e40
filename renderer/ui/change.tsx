import type { Decimal } from '../../shared/domain/decimal';
import { signedText } from '../format/number-text';
import { toneArrow, toneOf } from '../format/tone';

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
