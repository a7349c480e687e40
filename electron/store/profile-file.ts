import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { pinSchema, profileSchema, type Pin, type Profile } from '../../shared/domain/connection';

const contentSchema = z.object({
  version: z.literal(1),
  chosenId: z.string(),
  profiles: z.array(profileSchema).max(40),
  /** By `host:port`. */
  pins: z.record(z.string(), pinSchema),
});
type Content = z.infer<typeof contentSchema>;

export const practiceProfile: Profile = {
  ...{ id: 'practice', name: 'Practice', kind: 'practice' },
  ...{ gatewayUrl: null, cacertPath: null },
};

/** The user's gateways and the certificates trusted for them. The practice profile is always there and never stored. */
export interface ProfileFile {
  readonly profiles: () => ReadonlyArray<Profile>;
  /** The practice profile when the chosen one is gone. */
  readonly chosen: () => Profile;
  readonly choose: (id: string) => void;
  readonly save: (profile: Profile) => void;
  readonly remove: (id: string) => void;
  readonly pinOf: (address: string) => Pin | null;
  readonly setPin: (address: string, pin: Pin | null) => void;
}

/**
 * Reads `connections.json`. A missing, damaged or newer file means no profiles of one's own: it never stops the start,
 * and is kept beside as `.damaged` when the next change is written. Writes are whole, fsynced and renamed; 0600.
 */
export function openProfileFile(path: string): ProfileFile {
  const { content: found, damaged } = read(path);
  let content = found;
  let keepOld = damaged;
  const change = (next: Partial<Content>): void => {
    content = { ...content, ...next };
    if (keepOld) renameSync(path, `${path}.damaged`);
    keepOld = false;
    write(path, JSON.stringify(content, null, 2));
  };
  const profiles = (): ReadonlyArray<Profile> => [practiceProfile, ...content.profiles];
  return {
    profiles,
    chosen: () => profiles().find(({ id }) => id === content.chosenId) ?? practiceProfile,
    choose: (id) => change({ chosenId: id }),
    save: (profile) =>
      change({
        profiles: content.profiles.some(({ id }) => id === profile.id)
          ? content.profiles.map((known) => (known.id === profile.id ? profile : known))
          : [...content.profiles, profile],
      }),
    remove: (id) => change({ profiles: content.profiles.filter((profile) => profile.id !== id) }),
    pinOf: (address) => content.pins[address] ?? null,
    setPin: (address, pin) => {
      const others = Object.fromEntries(Object.entries(content.pins).filter(([known]) => known !== address));
      change({ pins: pin === null ? others : { ...others, [address]: pin } });
    },
  };
}

const empty: Content = { version: 1, chosenId: 'practice', profiles: [], pins: {} };

function read(path: string): { readonly content: Content; readonly damaged: boolean } {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return { content: empty, damaged: false };
  }
  try {
    const parsed = contentSchema.safeParse(JSON.parse(text));
    return parsed.success ? { content: parsed.data, damaged: false } : { content: empty, damaged: true };
  } catch {
    return { content: empty, damaged: true };
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
