/**
 * What a person chose (symbols, account, chart), kept by login: a second user of this computer finds nothing of the
 * first, and the first finds everything again. Set before anything is read, see `main.tsx`.
 */
let owner: string | null = null;
const keys = new Set<string>();

const ownKey = (key: string): string => (owner === null ? key : `${key}@${owner}`);

/** The login whose choices this window shows; `null` before anybody ever logged in. */
export const ownerNow = (): string | null => owner;

/** What was chosen before the first login becomes the login's own. */
export function beginAs(login: string | null): void {
  owner = login;
}

/** The first login of this profile: the window goes on with what it shows. */
export function adoptAs(login: string): void {
  for (const key of keys) {
    const value = localStorage.getItem(key);
    if (value === null) continue;
    localStorage.removeItem(key);
    localStorage.setItem(`${key}@${login}`, value);
  }
  owner = login;
}

/** May throw where storage is off, as localStorage does. */
export function readOwn(key: string): string | null {
  keys.add(key);
  return localStorage.getItem(ownKey(key));
}

/** May throw where storage is off or full, as localStorage does. */
export function writeOwn(key: string, text: string): void {
  keys.add(key);
  localStorage.setItem(ownKey(key), text);
}

/** Another window of the same login wrote it. */
export const onOwnChange = (key: string, listener: () => void): void =>
  window.addEventListener('storage', (event) => {
    if (event.key === ownKey(key)) listener();
  });
