import { type Decimal, toDecimal } from '../../shared/domain/decimal';
import { textStyle } from './style';

/** What a person typed where a number is meant. `ask` lists what it could mean; nothing is ever guessed. */
export type TypedDecimal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Decimal }
  | { readonly kind: 'ask'; readonly choices: ReadonlyArray<Decimal> }
  | { readonly kind: 'invalid' };

/** Accepts `1234.5`, `.5`, `1,234.50`, `1.234,50`, `1 234`, a true minus; asks about `1,5` and `1,234`. */
export function typedDecimal(typed: string): TypedDecimal {
  const text = typed.replace(/[\s\u00a0\u202f’']/g, '').replace('\u2212', '-');
  if (text === '') return { kind: 'empty' };
  if (text.length > 30) return { kind: 'invalid' };
  // Where a desk writes 1.234 for a thousand, a typed one is asked about; never guessed.
  if (textStyle().groupMark === '.' && /^-?[1-9]\d{0,2}\.\d{3}$/.test(text)) return askPoint(text);
  if (!text.includes(',')) return plain(text.split('.').length > 2 ? ungroup(text, '.') : text);
  if (/^-?\d{1,3}(,\d{3})*\.\d+$/.test(text)) return plain(text.replaceAll(',', ''));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return plain(text.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return plain(text.replaceAll(',', ''));
  if (/^-?\d*,\d+$/.test(text)) return ask(text);
  return { kind: 'invalid' };
}

function plain(text: string): TypedDecimal {
  const value = /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? toDecimal(text) : null;
  return value === null ? { kind: 'invalid' } : { kind: 'value', value };
}

function ask(text: string): TypedDecimal {
  const asPoint = toDecimal(text.replace(',', '.'));
  const asGroup = /^-?[1-9]\d{0,2},\d{3}$/.test(text) ? toDecimal(text.replace(',', '')) : null;
  const choices = [asPoint, asGroup].filter((choice) => choice !== null);
  return choices.length === 0 ? { kind: 'invalid' } : { kind: 'ask', choices };
}

const askPoint = (text: string): TypedDecimal => {
  const choices = [toDecimal(text), toDecimal(text.replace('.', ''))].filter((choice) => choice !== null);
  return { kind: 'ask', choices };
};

const ungroup = (text: string, mark: string): string =>
  /^-?\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(mark, '') : 'invalid';
