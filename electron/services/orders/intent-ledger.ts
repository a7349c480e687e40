import { err, ok, type Result } from '../../../shared/result';
import type { Clock } from '../../support/clock';
import type { Log } from '../../support/log';
import type { Journal, JournalEntry, JournalFailure } from '../../store/journal';
import type { JournalRecord } from '../../store/journal-record';
import { isInRound, type IntentFacts } from './intent-facts';
import { fold, type JournalState, type Send } from './intent-fold';
import { entry } from './journal-event';

/** The journal and what it says, kept in step: state changes only by folding what was appended. */
export interface IntentLedger {
  readonly get: (intentId: string) => IntentFacts | null;
  readonly all: () => ReadonlyArray<IntentFacts>;
  /** Those of the latest day. */
  readonly sends: () => ReadonlyArray<Send>;
  /** This run of the program, as its records name it. */
  readonly bootId: () => string;
  /** Before a step: the step is only taken when this is durable. */
  readonly record: (entries: ReadonlyArray<JournalEntry>) => Result<null, JournalFailure>;
  /** After a step: true even if it cannot be recorded, so it is kept for this run at least. */
  readonly note: (entries: ReadonlyArray<JournalEntry>) => void;
  /** The intent whose request or question is open, declined ones being settled included. One login, one round. */
  readonly openRound: () => IntentFacts | null;
  /** Some request or question is open: IBKR is asked nothing else now. */
  readonly busy: () => boolean;
  readonly failure: () => JournalFailure | null;
  readonly probe: () => JournalFailure | null;
  readonly onChange: (listener: () => void) => () => void;
}

export function createIntentLedger(deps: {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}): IntentLedger {
  const { journal, clock, log } = deps;
  const listeners = new Set<() => void>();
  let state: JournalState = fold(journal.records());

  const take = (records: ReadonlyArray<JournalRecord>) => {
    state = fold(records, state);
    for (const listener of listeners) listener();
  };

  const record = (entries: ReadonlyArray<JournalEntry>): Result<null, JournalFailure> => {
    const appended = journal.append(entries);
    if (!appended.ok) {
      log.error('orders.journal-failed', { code: appended.error.code });
      return err(appended.error);
    }
    take(appended.value);
    return ok(null);
  };

  const note = (entries: ReadonlyArray<JournalEntry>): void => {
    if (!record(entries).ok) take(entries.map((unsaved) => inMemory(unsaved, clock)));
  };

  note([entry('BOOT', null, {})]);
  const bootId = journal.records().at(-1)?.bootId ?? 'unsaved';

  const all = () => [...state.intents.values()];
  return {
    get: (intentId) => state.intents.get(intentId) ?? null,
    all,
    sends: () => state.sends,
    bootId: () => bootId,
    record,
    note,
    openRound: () => all().find((facts) => isInRound(facts.state) || facts.state === 'declining') ?? null,
    busy: () => all().some((facts) => isInRound(facts.state)),
    failure: journal.failure,
    probe: journal.probe,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * What happened but could not be written. After a restart the journal lacks it, and the intent is then unknown:
 * more cautious than the truth, never less.
 */
const inMemory = ({ kind, intentId, payload }: JournalEntry, clock: Clock): JournalRecord => ({
  seq: 0,
  prevHash: '',
  wallMs: clock.now(),
  monoMs: clock.monotonicMs(),
  bootId: 'unsaved',
  kind,
  intentId,
  payload: JSON.stringify(payload),
  hash: '',
});
