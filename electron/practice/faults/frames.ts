import type { Host } from '../host';
import { isRecord, textOf } from '../broker/order-request';
import { transformReply } from './transform';

interface Wire {
  readonly write: (data: string | Buffer, binary?: boolean) => void;
  readonly close: (code: number) => void;
  readonly terminate: () => void;
}

/** Applies `ws-out` and `ws-in` rules to the frames of one client. */
export function createFrameFaults(host: Host, wire: Wire) {
  let held: string[] | null = null;
  const out = (frame: string) => {
    if (held !== null) {
      held.push(frame);
      return;
    }
    const struck = host.faults.watches('ws-out')
      ? host.faults.strike('ws-out', { topic: topicOf(frame) })
      : null;
    if (struck === null) {
      wire.write(frame);
      return;
    }
    const { action } = struck;
    switch (action.kind) {
      case 'drop':
      case 'hang':
        return;
      case 'duplicate': {
        wire.write(frame);
        wire.write(frame);
        return;
      }
      case 'hold': {
        held = [frame];
        host.clock.after(action.ms, () => {
          const waiting = held ?? [];
          held = null;
          for (const one of waiting) wire.write(one);
        });
        return;
      }
      case 'delay':
        return void host.clock.after(action.ms, () => wire.write(frame));
      case 'binary': {
        wire.write(frame, true);
        return;
      }
      case 'close': {
        wire.close(action.code ?? 1000);
        return;
      }
      case 'rst':
      case 'fin': {
        wire.terminate();
        return;
      }
      case 'garbled': {
        // No valid UTF-8: a client must close with 1007.
        wire.write(Buffer.from([0x7b, 0xc3, 0x28, 0xff]));
        return;
      }
      case 'text': {
        wire.write(action.text);
        return;
      }
      case 'truncate': {
        wire.write(frame.slice(0, action.bytes));
        return;
      }
      case 'replace':
      case 'patch':
      case 'rows':
      case 'wrong-type': {
        wire.write(
          JSON.stringify(transformReply(action, { status: 200, body: JSON.parse(frame) as unknown }).body),
        );
        return;
      }
      default: {
        wire.write(frame);
        return;
      }
    }
  };
  const into = (text: string, receive: (text: string) => void) => {
    const struck = host.faults.strike('ws-in', { topic: text });
    if (struck === null) {
      receive(text);
      return;
    }
    const { action } = struck;
    if (action.kind === 'drop') return;
    if (action.kind === 'delay') return void host.clock.after(action.ms, () => receive(text));
    if (action.kind === 'close') {
      wire.close(action.code ?? 1000);
      return;
    }
    if (action.kind === 'rst' || action.kind === 'fin') {
      wire.terminate();
      return;
    }
    if (action.kind === 'text') {
      wire.write(action.text);
      return;
    }
    receive(text);
  };
  return { out, in: into };
}

/** `smd+265598`, `system`, or empty. */
function topicOf(frame: string): string {
  const parsed: unknown = JSON.parse(frame);
  return isRecord(parsed) ? textOf(parsed.topic) : '';
}
