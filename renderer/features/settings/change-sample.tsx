import { decimal } from '../../../shared/domain/decimal';
import { percentText } from '../../format/number-text';
import { toneArrow } from '../../format/tone';

/** How a rise and a fall look with what is chosen above. */
export function ChangeSample() {
  return (
    <p className="change-sample">
      <span className="muted">Looks like</span>
      <span className="tone-up">
        <span className="arrow">{toneArrow.up}</span>
        {percentText(decimal('1.24'))}
      </span>
      <span className="tone-down">
        <span className="arrow">{toneArrow.down}</span>
        {percentText(decimal('-0.58'))}
      </span>
    </p>
  );
}
