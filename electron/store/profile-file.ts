import { z } from 'zod';
import { pinSchema, profileSchema, type Pin, type Profile } from '../../shared/domain/connection';
import type { JsonFile } from './json-file';

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
 * The profiles of `connections.json`. One that does not fit means no profiles of one's own: it never stops the start.
 * A change that cannot be written throws, and is not made.
 */
export function createProfileFile(file: JsonFile): ProfileFile {
  const stored = contentSchema.safeParse(file.read());
  let content: Content = stored.success ? stored.data : empty;
  const change = (next: Partial<Content>): void => {
    const changed = { ...content, ...next };
    if (!file.write(changed)) throw new Error('the disk refused connections.json');
    content = changed;
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
