import { BrowserWindow, Notification } from 'electron';

/** A notification of the system, plain text; none while a window of ours is in front, which shows it itself. */
export function notify(title: string, text: string): void {
  if (!Notification.isSupported() || BrowserWindow.getFocusedWindow() !== null) return;
  const shown = new Notification({ title: title.slice(0, 120), body: text.slice(0, 240) });
  shown.on('click', () => BrowserWindow.getAllWindows()[0]?.focus());
  shown.show();
}
