/** A chord as it is printed: "Ctrl Shift H", on a Mac "Cmd Shift H". */
export const keyText = (chord: string): string =>
  (navigator.platform.startsWith('Mac') ? chord.replace('Ctrl', 'Cmd') : chord).replaceAll('+', ' ');
