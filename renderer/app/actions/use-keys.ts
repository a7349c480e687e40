import { useEffect } from 'react';
import { preferencesNow } from '../../state/preferences';
import { chordOf, worksWhileTyping } from './chord';
import { deskActions, type DeskHands } from './desk-actions';
import { chordsOf } from './key-map';

/** The desk's keys. Letters and signs are left to whoever is typing; nothing works behind an open dialog. */
export function useKeys(hands: DeskHands): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || document.querySelector('dialog[open]') !== null) return;
      const chord = chordOf(event);
      if (chord === null || (isTyping(event.target) && !worksWhileTyping(chord))) return;
      const chords = chordsOf(deskActions, preferencesNow().keys);
      const action = deskActions.find(({ id }) => chords.get(id) === chord);
      if (action === undefined) return;
      event.preventDefault();
      action.run(hands);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [hands]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox], [type=radio]), select, textarea');
