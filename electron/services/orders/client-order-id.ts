import { randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The order's own name at IBKR (`cOID`, echoed as `order_ref`): 128 random bits, made once per intent. Never from
 * a counter, the time or the content: a journal restored from a backup must not be able to repeat one.
 */
export function newClientOrderId(random: (bytes: number) => Uint8Array = randomBytes): string {
  let text = 'd';
  let bits = 0;
  let held = 0;
  for (const byte of random(16)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((held >> bits) & 31);
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + alphabet.charAt((held << (5 - bits)) & 31) : text;
}
