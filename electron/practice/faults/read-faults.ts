import { isRecord } from '../broker/order-request';
import type { Host } from '../host';
import { presetIds, presetRules } from './presets';
import { readRule, type Rule } from './rule';
import { stagedFault, stagedIds, type StagedFault } from './staged';

export interface Faults {
  readonly rules: readonly Rule[];
  /** Brings about the faults that are states: certificates, scenes, the fate of the next order. */
  readonly stage: (host: Host) => void;
}

/** Rules as written, or fault ids of FAULTS.md; a mistake throws a sentence. */
export function readFaults(body: unknown): Faults {
  const list: unknown[] = Array.isArray(body)
    ? body
    : isRecord(body) && Array.isArray(body.rules)
      ? body.rules
      : [];
  if (list.length === 0) throw new Error('Send an array of rules or fault ids, or an object with "rules".');
  const states: StagedFault[] = [];
  const rules = list.flatMap((entry, index): readonly Rule[] => {
    if (typeof entry === 'string') {
      const state = stagedFault(entry);
      if (state !== null) states.push(state);
      const preset = presetRules(entry);
      if (preset === null && state === null)
        throw new Error(`There is no ready-made fault ${entry}; there are ${faultIds().join(', ')}.`);
      return preset ?? [];
    }
    const rule = readRule(entry, index);
    if (typeof rule === 'string') throw new Error(rule);
    return [rule];
  });
  return {
    rules,
    stage: (host) => {
      for (const state of states) state(host);
    },
  };
}

/** Every fault that can be asked for by id, in order. */
export const faultIds = (): string[] =>
  [...new Set([...presetIds(), ...stagedIds()])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
