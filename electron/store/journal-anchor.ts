import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';

/**
 * Remembers, outside the database, how far the journal had come. SQLite drops a damaged write-ahead frame and all
 * after it without a word, which would look like an intact but shorter journal — orders forgotten. The anchor
 * may lag behind (it is not synced on each append) but can never honestly be ahead.
 */
export interface JournalAnchor {
  readonly latest: () => AnchorReading;
  readonly write: (seq: number, hash: string) => void;
  readonly close: () => void;
}

type AnchorReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'at'; readonly seq: number; readonly hash: string }
  | { readonly kind: 'damaged' };

const slotBytes = 106;

export function openJournalAnchor(path: string): JournalAnchor {
  // 'a' creates without truncating; positioned writes need 'r+'.
  closeSync(openSync(path, 'a', 0o600));
  const reading = readAnchor(path);
  const file = openSync(path, 'r+');
  return {
    latest: () => reading,
    // Two slots in turn: a write torn by a crash leaves the other one whole.
    write: (seq, hash) => void writeSync(file, slotOf(seq, hash), (seq % 2) * slotBytes),
    close: () => {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

function readAnchor(path: string): AnchorReading {
  const text = readFileSync(path, 'latin1');
  if (text.replaceAll('\0', '') === '') return { kind: 'none' };
  const slots = [0, 1]
    .map((index) => parseSlot(text.slice(index * slotBytes, (index + 1) * slotBytes)))
    .filter((slot) => slot !== null)
    .sort((a, b) => b.seq - a.seq);
  const newest = slots[0];
  return newest === undefined ? { kind: 'damaged' } : { kind: 'at', ...newest };
}

const checkOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 24);

function slotOf(seq: number, hash: string): string {
  const body = `${String(seq).padStart(15, '0')} ${hash}`;
  return `${body} ${checkOf(body)}\n`;
}

function parseSlot(slot: string): { readonly seq: number; readonly hash: string } | null {
  const match = /^((\d{15}) ([0-9a-f]{64})) ([0-9a-f]{24})\n$/.exec(slot);
  if (match === null) return null;
  const [, body = '', seq = '', hash = '', check] = match;
  return checkOf(body) === check ? { seq: Number(seq), hash } : null;
}
