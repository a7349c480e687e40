// Seam: router and transport; a window that does not keep up gets fewer, newer events, and never a growing heap.
import { expect, it } from 'vitest';
import { createFlow } from './flow';

const flowOf = (merge?: (held: number[], next: number[]) => number[]) => {
  const sent: number[][] = [];
  return { sent, ...createFlow<number[]>((event) => void sent.push(event), merge) };
};

it('a window that answers gets every event at once', () => {
  const { sent, push, received } = flowOf((_held, next) => next);
  for (const event of [[1], [2], [3], [4]]) {
    push(event);
    received();
  }
  expect(sent).toEqual([[1], [2], [3], [4]]);
});

it('a silent one gets two, then what was held as one, when it answers', () => {
  const { sent, push, received } = flowOf((held, next) => [...held, ...next]);
  for (const event of [[1], [2], [3], [4], [5]]) push(event);
  expect(sent).toEqual([[1], [2]]);
  received();
  expect(sent).toEqual([[1], [2], [3, 4, 5]]);
  received();
  received();
  expect(sent).toHaveLength(3);
  push([6]);
  expect(sent.at(-1)).toEqual([6]);
});

it('events that cannot be made one keep their order, the oldest given up beyond a thousand', () => {
  const { sent, push, received } = flowOf();
  for (let event = 0; event < 2000; event += 1) push([event]);
  for (let answer = 0; answer < 2000; answer += 1) received();
  expect(sent).toHaveLength(1002);
  expect(sent.slice(0, 3)).toEqual([[0], [1], [1000]]);
});
