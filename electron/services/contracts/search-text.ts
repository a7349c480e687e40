/** What a typed text may be besides a symbol or a name. */
export type TextMeaning =
  | { readonly kind: 'isin' }
  | { readonly kind: 'conid'; readonly conid: number }
  | { readonly kind: 'pair'; readonly base: string; readonly quote: string }
  | { readonly kind: 'words' };

export function meaningOf(text: string): TextMeaning {
  const plain = text.trim().toUpperCase();
  if (isIsin(plain)) return { kind: 'isin' };
  // Fewer digits are more likely a symbol in Hong Kong or Tokyo.
  if (/^\d{5,12}$/.test(plain)) return { kind: 'conid', conid: Number(plain) };
  const pair = /^([A-Z]{3})[./ ]?([A-Z]{3})$/.exec(plain);
  const [, base = '', quote = ''] = pair ?? [];
  return currencies.has(base) && currencies.has(quote) ? { kind: 'pair', base, quote } : { kind: 'words' };
}

/** Two letters, nine signs and a digit that makes the whole divisible (ISO 6166). */
export function isIsin(text: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(text)) return false;
  const digits = text.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));
  let total = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const product = Number(digits.charAt(digits.length - 1 - at)) * (at % 2 === 0 ? 1 : 2);
    total += Math.floor(product / 10) + (product % 10);
  }
  return total % 10 === 0;
}

// Two three-letter words could be two tickers: only currencies that IBKR trades as pairs.
const currencies: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CHF CAD AUD NZD SEK NOK DKK HKD SGD CNH MXN ZAR PLN CZK HUF ILS TRY KRW INR'.split(' '),
);
