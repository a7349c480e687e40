import { type Decimal, sign } from '../../shared/domain/decimal';

export type Tone = 'up' | 'down' | 'flat';

/** Which way a change points; unknown points nowhere. */
export const toneOf = (change: Decimal | null): Tone => {
  const direction = change === null ? 0 : sign(change);
  return direction > 0 ? 'up' : direction < 0 ? 'down' : 'flat';
};

/** The cue beside the colour. */
export const toneArrow = { up: '▲', down: '▼', flat: '' } as const satisfies Record<Tone, string>;
