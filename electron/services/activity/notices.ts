import type { ActivityEntry } from '../../../shared/domain/activity';
import type { SocketEvent } from '../../gateway/socket';
import { questionText } from '../orders/question-text';
import { recordOf } from '../wire-record';

/** A bulletin or notice of IBKR as plain text; `null` for every other frame. Source: WEBSOCKET §4 (read 2026-11). */
export function noticeOf(event: SocketEvent, nowMs: number): ActivityEntry | null {
  if (event.kind !== 'ntf' && event.kind !== 'blt') return null;
  const notice = recordOf(recordOf(event.frame)['args']);
  const text = plain(notice['text'] ?? notice['message']);
  const title = plain(notice['title']) || (event.kind === 'blt' ? 'Bulletin of IBKR' : 'Notice of IBKR');
  if (text === '' && plain(notice['title']) === '') return null;
  const own = notice['id'];
  const id =
    typeof own === 'string' || typeof own === 'number' ? String(own).slice(0, 80) : text.slice(0, 80);
  return {
    ...{ id: `${event.kind}:${id}`, atMs: nowMs, kind: 'notice', level: 'info', accountId: null },
    ...{ title: title.slice(0, 300), text },
  };
}

const plain = (value: unknown): string => (typeof value === 'string' ? questionText([value]) : '');
