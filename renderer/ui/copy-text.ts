/** Puts text on the clipboard by the page's own copy command, which asks nobody for a permission. */
export function copyText(text: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  // Old, and the only way that needs no permission of the window; the copy event carries the text.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  return copied;
}
