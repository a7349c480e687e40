import type { PracticeClock } from '../clock';
import { createRandom } from '../random';
import { matchesPattern, type Action, type Point, type Rule } from './rule';

export interface Subject {
  readonly method?: string;
  readonly path?: string;
  readonly topic?: string;
}

export interface FaultEngine {
  readonly set: (rules: readonly Rule[]) => void;
  readonly add: (rules: readonly Rule[]) => void;
  readonly clear: () => void;
  readonly list: () => ReadonlyArray<{ readonly rule: Rule; readonly seen: number; readonly struck: number }>;

  /** False when no rule is for this point: nothing need be looked up. */
  readonly watches: (point: Point) => boolean;
  /** The action of the first rule that strikes here, counted; null nearly always. */
  readonly strike: (
    point: Point,
    subject: Subject,
  ) => { readonly id: string; readonly action: Action } | null;
}

/** Deterministic: chance comes from the seed, time from the practice clock. */
export function createFaultEngine(seed: number, clock: PracticeClock): FaultEngine {
  const random = createRandom(seed ^ 0x5eed);
  const startMs = clock.now();
  let entries: { rule: Rule; seen: number; struck: number }[] = [];
  const entriesOf = (rules: readonly Rule[]) => rules.map((rule) => ({ rule, seen: 0, struck: 0 }));

  const concerns = ({ match }: Rule, { method, path, topic }: Subject) =>
    (match.method === undefined || match.method.toUpperCase() === method) &&
    (match.path === undefined || (path !== undefined && matchesPattern(match.path, path))) &&
    (match.topic === undefined || (topic !== undefined && matchesPattern(match.topic, topic)));

  const strike = (point: Point, subject: Subject) => {
    for (const entry of entries) {
      const { rule } = entry;
      if (rule.point !== point || !concerns(rule, subject)) continue;
      if (rule.match.after !== undefined && clock.now() - startMs < rule.match.after) continue;
      entry.seen++;
      if (rule.match.nth !== undefined && entry.seen !== rule.match.nth) continue;
      if (rule.times !== undefined && entry.struck >= rule.times) continue;
      if (rule.match.probability !== undefined && random.next() >= rule.match.probability) continue;
      entry.struck++;
      return { id: rule.id, action: rule.do };
    }
    return null;
  };

  return {
    set: (rules) => {
      entries = entriesOf(rules);
    },
    add: (rules) => entries.push(...entriesOf(rules)),
    clear: () => {
      entries = [];
    },
    list: () => entries,
    watches: (point) => entries.some((entry) => entry.rule.point === point),
    strike,
  };
}
