import type { OrderPreview } from '../../../shared/domain/order-preview';
import { signedText } from '../../format/number-text';

/** The exits that go with the entry, word for word, and what each would bring. */
export function ReviewAttached({ preview: { attached = [], currency } }: { readonly preview: OrderPreview }) {
  if (attached.length === 0) return null;
  return (
    <ul className="attached" aria-label="Attached exits">
      {attached.map(({ role, sentence, gain, percent }) => (
        <li key={role}>
          <span className="selectable">{sentence}</span>
          {gain !== null && (
            <span className="attached-figure">
              {role === 'stop-loss' ? 'max loss' : 'max gain'}{' '}
              <strong>
                {signedText(gain, 2)} {currency}
              </strong>
              {percent !== null && <span className="muted"> ({signedText(percent, 1)}%)</span>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
