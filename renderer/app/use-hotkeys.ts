import { useEffect } from 'react';
import { focusNextPanel } from './dock/panel-focus';

export interface Hotkeys {
  readonly search: () => void;
  readonly help: () => void;
  readonly buy: () => void;
  readonly sell: () => void;
  readonly close: () => void;
  readonly cancel: () => void;
  readonly cancelAll: () => void;
  readonly discreet: () => void;
}

/** The desk's own keys. Letters alone are left to whoever is typing; nothing works behind an open dialog. */
export function useHotkeys(keys: Hotkeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat) return;
      const name = hotkeyOf(event, isTyping(event.target), document.querySelector('dialog[open]') !== null);
      if (name === null) return;
      event.preventDefault();
      if (name === 'panel') focusNextPanel(event.shiftKey ? -1 : 1);
      else keys[name]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Which of the desk's actions a key means; `null` for none. */
export function hotkeyOf(
  { key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed,
  typing: boolean,
  dialogOpen: boolean,
): keyof Hotkeys | 'panel' | null {
  if (dialogOpen) return null;
  if (key === 'F6') return 'panel';
  // By position, because Alt makes other letters on some keyboards.
  if (altKey && !ctrlKey && shiftKey) return code === 'KeyC' ? 'cancelAll' : null;
  const traded = { KeyB: 'buy', KeyS: 'sell', KeyX: 'close', KeyC: 'cancel' } as const;
  if (altKey && !ctrlKey && code in traded) return traded[code as keyof typeof traded];
  if ((ctrlKey || metaKey) && !altKey && shiftKey && code === 'KeyH') return 'discreet';
  if ((ctrlKey || metaKey) && !altKey && code === 'KeyK') return 'search';
  if (typing || altKey || ctrlKey || metaKey) return null;
  return key === '/' ? 'search' : key === '?' ? 'help' : null;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), select, textarea');
