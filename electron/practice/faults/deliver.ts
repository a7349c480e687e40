import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PracticeClock } from '../clock';
import type { Reply } from '../http/reply';
import type { Action } from './rule';
import { contentTypeOf, textOfReply } from './transform';

/** Ends the exchange below HTTP; false when the action is not of that kind. */
export function endConnection(action: Action, raw: Socket): boolean {
  switch (action.kind) {
    case 'rst':
      raw.resetAndDestroy();
      return true;
    case 'fin':
      raw.destroySoon();
      return true;
    case 'hang':
      return true;
    case 'raw':
      raw.once('data', () => raw.end(action.text));
      return true;
    default:
      return false;
  }
}

/** Writes a reply, whole or the way a fault wants it. */
export function sendReply(
  clock: PracticeClock,
  response: ServerResponse,
  raw: Socket,
  reply: Reply,
  shaping: Action | null,
  strikes: { readonly midBody: Action | null; readonly afterBody: Action | null },
): void {
  const bytes = reply.bytes ?? Buffer.from(textOfReply(reply), 'utf8');
  response.on('error', () => raw.destroy());
  response.writeHead(reply.status, {
    'content-type': contentTypeOf(reply),
    'content-length': bytes.length,
    ...reply.headers,
  });
  const cut = cutAt(shaping, bytes.length) ?? cutAt(strikes.midBody, bytes.length);
  if (cut !== null) {
    const { midBody } = strikes;
    response.write(bytes.subarray(0, cut), () => {
      if (midBody?.kind !== 'hang') endConnection(midBody?.kind === 'rst' ? midBody : { kind: 'fin' }, raw);
    });
    return;
  }
  const drip = shaping?.kind === 'drip' ? shaping : strikes.midBody?.kind === 'drip' ? strikes.midBody : null;
  if (drip !== null) {
    dripOut(clock, response, bytes, drip);
    return;
  }
  const { afterBody } = strikes;
  response.end(bytes, () => {
    if (afterBody !== null) endConnection(afterBody, raw);
  });
}

function cutAt(action: Action | null, length: number): number | null {
  if (action === null) return null;
  if (action.kind === 'truncate') return action.cut === true ? Math.min(action.bytes, length) : null;
  return action.kind === 'rst' || action.kind === 'fin' || action.kind === 'hang'
    ? Math.floor(length / 2)
    : null;
}

function dripOut(
  clock: PracticeClock,
  response: ServerResponse,
  bytes: Buffer,
  { bytes: step, everyMs }: Extract<Action, { kind: 'drip' }>,
): void {
  let sent = 0;
  const stop = clock.every(everyMs, () => {
    if (response.destroyed) {
      stop();
      return;
    }
    response.write(bytes.subarray(sent, sent + step));
    sent += step;
    if (sent < bytes.length) return;
    stop();
    response.end();
  });
}
