// Seam: IBKR's float noise is no price; a real digit is kept.
import { expect, it } from 'vitest';
import { decimal } from '../../../shared/domain/decimal';
import { markWithoutNoise } from './position-names';

it.each([
  ['710.64001465', '710.64'],
  ['585.0599975585938', '585.06'],
  ['656.25341796875', '656.2534'],
  ['1.08345', '1.08345'],
  ['0.9995', '0.9995'],
  ['100', '100.00'],
  ['-3.5', '-3.50'],
])('%s is shown as %s', (mark, shown) => expect(markWithoutNoise(decimal(mark))).toBe(shown));
