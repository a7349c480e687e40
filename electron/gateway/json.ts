import { err, ok, type Result } from '../../shared/result';

// Strings are matched first so that digits inside them are left alone.
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const biggestExact = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * JSON.parse that keeps numbers beyond 2^53 as their source text: IBKR's ids have up to 17 digits
 * (FYI notifications, alerts), and a float would silently name another one. Ordinary numbers stay numbers.
 */
export function parseJson(text: string): Result<unknown, 'invalid-json'> {
  try {
    const safe = /\d{16}/.test(text) ? text.replace(tokens, quoteWhenInexact) : text;
    // A key named __proto__ would change the prototype of copies made later.
    const parsed: unknown = safe.includes('__proto__')
      ? JSON.parse(safe, (key, value: unknown) => (key === '__proto__' ? undefined : value))
      : JSON.parse(safe);
    return ok(parsed);
  } catch {
    return err('invalid-json');
  }
}

/** JSON.stringify that writes a bigint as its digits, so that an id beyond 2^53 leaves as a JSON number. */
export function encodeJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map((entry) => encodeJson(entry ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, entry]) => entry !== undefined);
    return `{${members.map(([key, entry]) => `${JSON.stringify(key)}:${encodeJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

function quoteWhenInexact(token: string): string {
  if (token.startsWith('"') || token.length < 16 || /[eE]/.test(token)) return token;
  const whole = token.replace(/\..*$/, '');
  const size = BigInt(whole.replace('-', ''));
  return size > biggestExact ? `"${token}"` : token;
}
