/** What each preference may be. The first is what a new desk has. */
export const preferenceChoices = {
  /** `system` follows the computer, its wish for more contrast included. */
  theme: ['dark', 'light', 'contrast', 'system'],
  /** How a rise and a fall are told apart; sign and arrow always say it too. */
  change: ['green-up', 'red-up', 'colour-blind', 'mono'],
  /** Percent of the normal size of everything. */
  scale: [100, 80, 90, 110, 125, 150, 175, 200],
  typeface: ['inter', 'system'],
  density: ['normal', 'compact', 'comfortable'],
  motion: ['system', 'reduced'],
  /** Prices flash when they change. */
  flashes: [true, false],
  /** `exchange`: where the contract trades, if that is known; else the computer's own. */
  zone: ['local', 'exchange', 'utc'],
  clock: ['24h', '12h'],
  /** Written as the number 1234.5 looks in it. */
  numbers: ['1,234.5', '1.234,5', '1 234,5', '1’234.5'],
  notifyFills: [true, false],
  notifyRejections: [true, false],
  notifySession: [true, false],
  sounds: [false, true],
  doNotDisturb: [false, true],
} as const satisfies Readonly<Record<string, readonly [unknown, ...unknown[]]>>;

type Choices = typeof preferenceChoices;
export type PreferenceName = keyof Choices;

/** How this person wants the desk. Never anything that decides whether an order may be sent: those are limits. */
export type Preferences = { readonly [K in PreferenceName]: Choices[K][number] } & {
  /** Keys given by the user to actions, by action id: "Ctrl+Shift+K"; empty text takes the key away. */
  readonly keys: Readonly<Record<string, string>>;
};

// The keys of the choices, each with its first value: exactly a Preferences without its keys.
export const defaultPreferences = {
  ...Object.fromEntries(Object.entries(preferenceChoices).map(([name, [first]]) => [name, first])),
  keys: {},
} as unknown as Preferences;
