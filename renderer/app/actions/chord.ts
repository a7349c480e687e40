/** What of a key press decides. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/**
 * A press in words: "Alt+B", "Ctrl+Shift+H", "F6", "/". Cmd counts as Ctrl. Letters and digits go by their place on
 * the keyboard, because Alt makes other letters on some; signs go by what they are. `null` while only Shift, Ctrl …
 * are down.
 */
export function chordOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: Pressed): string | null {
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead', ''].includes(key) && !/^(Key|Digit)/.test(code))
    return null;
  const command = ctrlKey || metaKey;
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  const isSign = key.length === 1 && place === undefined;
  // A sign carries its own Shift: "?" is "?" wherever it is on the keyboard.
  const name = isSign
    ? key
    : !altKey && !command && key.length === 1 && !/[a-z0-9]/i.test(key)
      ? key
      : (place ?? key);
  const parts = [
    command && 'Ctrl',
    altKey && 'Alt',
    shiftKey && name.length > 1 && 'Shift',
    shiftKey && place === name && 'Shift',
  ];
  return [...new Set(parts.filter((part) => part !== false)), name === ' ' ? 'Space' : name].join('+');
}

/** May be given to an action: with Ctrl or Alt, a function key, or a sign; a letter alone belongs to who types. */
export const mayBeKey = (chord: string): boolean =>
  (/^(Ctrl|Alt)\+/.test(chord) && !/^(Ctrl\+(C|V|X|A|Z)|Ctrl\+Enter)$/.test(chord)) ||
  /^(Shift\+)?F([1-9]|1[0-2])$/.test(chord) ||
  /^[^\w\s]$/.test(chord);

/** Works while somebody types: no sign and no letter of a text. */
export const worksWhileTyping = (chord: string): boolean =>
  /^(Ctrl|Alt)\+/.test(chord) || /^(Shift\+)?F\d+$/.test(chord);
