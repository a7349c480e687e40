import type { OrderQuestion } from './gateway-error';
import { questionTypes } from './order-texts';
import { ownEntry } from '../../shared/own-entry';

/** Message ids, names or texts of questions, and whether to say yes. */
export type Answers = Readonly<Record<string, boolean>>;

interface Entry {
  readonly answer: boolean;
  readonly ids: ReadonlyArray<string>;
  readonly texts: ReadonlyArray<string>;
}

/**
 * The prepared answer to a question; `null` when there is none. Message ids come first, texts second, and of
 * several texts the longest wins. A question of several parts needs a yes to each, and one no is enough for no.
 */
export function answerTo({ messages, messageIds }: OrderQuestion, answers: Answers): boolean | null {
  const entries = Object.entries(answers).map(([key, answer]) => entryOf(key, answer));
  const parts = Array.from({ length: Math.max(messages.length, messageIds.length) }, (_, index) => ({
    // One text may carry several ids: it stands for each of them.
    text: messages[index] ?? (messages.length === 1 ? messages[0] : undefined),
    id: messageIds[index],
  }));
  const found = parts.map(({ text, id }) => byId(entries, id) ?? byText(entries, text));
  if (found.includes(false)) return false;
  return found.length > 0 && found.every((answer) => answer === true) ? true : null;
}

function entryOf(key: string, answer: boolean): Entry {
  const type = ownEntry(questionTypes, key) ?? Object.values(questionTypes).find(({ text }) => text === key);
  if (type === undefined) return { answer, ids: [key], texts: [key] };
  return { answer, ids: type.id === null ? [] : [type.id], texts: [type.text] };
}

const byId = (entries: ReadonlyArray<Entry>, id: string | undefined): boolean | null => {
  const matches = entries
    .filter((entry) => id !== undefined && entry.ids.includes(id))
    .map(({ answer }) => answer);
  return matches.length === 0 ? null : !matches.includes(false);
};

function byText(entries: ReadonlyArray<Entry>, text: string | undefined): boolean | null {
  if (text === undefined) return null;
  // The reference deletes line breaks, people read them as spaces: a key may be written either way.
  const readings = [collapse(text), collapse(text.replaceAll('\n', '')), collapse(withoutTags(text))];
  const matches = entries
    .flatMap(({ answer, texts }) => texts.map((pattern) => ({ answer, pattern: collapse(pattern) })))
    .filter(({ pattern }) => pattern !== '' && readings.some((reading) => reading.includes(pattern)));
  const longest = Math.max(0, ...matches.map(({ pattern }) => pattern.length));
  const best = matches.filter(({ pattern }) => pattern.length === longest);
  return best.length === 0 ? null : best.every(({ answer }) => answer);
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutTags = (text: string): string => text.replace(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ');
