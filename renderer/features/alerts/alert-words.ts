import type { Alert, PriceCondition } from '../../../shared/domain/alert';
import { priceText } from '../../format/number-text';

export const directionWords: Readonly<Record<PriceCondition['direction'], string>> = {
  'at-or-above': 'at or above',
  'at-or-below': 'at or below',
};

/** What has to happen, in words. */
export const conditionText = ({ condition, obstacle }: Alert): string =>
  condition === null
    ? (obstacle ?? '—')
    : `Last ${directionWords[condition.direction]} ${priceText(condition.price, null)}`;

export const alertState = ({ active, triggered }: Alert): string =>
  triggered ? (active ? 'Triggered, watching again' : 'Triggered') : active ? 'Watching' : 'Resting';
