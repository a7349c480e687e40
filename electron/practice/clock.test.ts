// Promise to every test: a manual clock fires timers at their own due time, in order, and nothing by itself.
import { describe, expect, it, vi } from 'vitest';
import { createClock } from './clock';

describe('manual clock', () => {
  it('fires timers in order of due time, each seeing its own time', () => {
    const clock = createClock({ startMs: 1000, manual: true });
    const seen: string[] = [];
    clock.after(30, () => seen.push(`b@${clock.now()}`));
    clock.after(10, () => {
      seen.push(`a@${clock.now()}`);
      clock.after(5, () => seen.push(`nested@${clock.now()}`));
    });
    clock.advance(100);
    expect(seen).toEqual(['a@1010', 'nested@1015', 'b@1030']);
    expect(clock.now()).toBe(1100);
  });

  it('repeats until cancelled', () => {
    const clock = createClock({ startMs: 0, manual: true });
    let count = 0;
    const stop = clock.every(10, () => count++);
    clock.advance(35);
    stop();
    clock.advance(100);
    expect(count).toBe(3);
  });
});

it('a running clock jumps when advanced and goes on from there', () => {
  const clock = createClock({ startMs: 5_000_000, speed: 1 });
  const before = clock.now();
  clock.advance(60_000);
  const after = clock.now();
  clock.stop();
  expect(after - before).toBeGreaterThanOrEqual(60_000);
  expect(after - before).toBeLessThan(61_000);
});

it('keeps its beat however long the work in between takes', () => {
  vi.useFakeTimers();
  const clock = createClock({ speed: 1 });
  let count = 0;
  const stop = clock.every(100, () => {
    count++;
    // Nobody waits for a beat while the work runs: time passes as it does under load.
    vi.setSystemTime(Date.now() + 40);
    vi.advanceTimersByTime(40);
  });
  for (let ms = 0; ms < 2000; ms += 10) vi.advanceTimersByTime(10);
  stop();
  clock.stop();
  vi.useRealTimers();
  expect(count).toBeGreaterThanOrEqual(28);
});
