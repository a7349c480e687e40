import { ok } from '../../shared/result';
import type { Answer, Answered } from './endpoint';

/** Splits a list over the server's limit into several calls; the answers come in order, the request is the first. */
export async function inChunks<E, T>(
  all: ReadonlyArray<E>,
  size: number,
  call: (chunk: E[]) => Answered<T>,
): Answered<T[]> {
  const data: T[] = [];
  let first: Answer<T> | null = null;
  let incomplete = false;
  for (let start = 0; start === 0 || start < all.length; start += size) {
    const answer = await call(all.slice(start, start + size));
    if (!answer.ok) return answer;
    first ??= answer.value;
    incomplete ||= answer.value.notKnownYet === true;
    data.push(answer.value.data);
  }
  return ok({ data, request: first?.request ?? { url: '' }, ...(incomplete ? { notKnownYet: true } : {}) });
}
