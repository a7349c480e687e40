import type { JournalRecord } from '../../store/journal-record';
import { isSettled } from './intent-facts';
import { fold } from './intent-fold';

/** What is shown, counted or compared reaches no further back: IBKR's own lists end there too. */
const recentMs = 7 * 86_400_000;
const recentKinds = new Set(['DAY_LOCK', 'ALARM_ACCEPTED', 'CANCEL_BEGIN', 'CANCEL_RESPONSE']);

/**
 * What a new journal file must begin with: everything about orders that are not settled or changed lately, the kill
 * switch as it stands, and the latches and acceptances of the last days.
 */
export function carriedRecords(
  records: ReadonlyArray<JournalRecord>,
  nowMs: number,
): ReadonlyArray<JournalRecord> {
  const { intents } = fold(records);
  const lastKill = records.filter(({ kind }) => kind === 'KILL').at(-1);
  const stays = (record: JournalRecord): boolean => {
    if (record.kind === 'KILL') return record === lastKill;
    const recent = nowMs - record.wallMs < recentMs;
    if (record.intentId === null) return recent && recentKinds.has(record.kind);
    const facts = intents.get(record.intentId);
    // A record of an intent that cannot be read may be about an order: it stays.
    return facts === undefined || !isSettled(facts.state) || nowMs - facts.changedAtMs < recentMs;
  };
  const kept = new Set(records.filter(stays));
  const [earliest] = kept;
  // A start of the program between two records is part of what they mean: it made open rounds unknown.
  return records.filter(
    (record) =>
      kept.has(record) || (record.kind === 'BOOT' && earliest !== undefined && record.seq > earliest.seq),
  );
}
