import type { PreferenceName, Preferences } from '../../../shared/domain/preferences';

interface Choice<K extends PreferenceName> {
  readonly value: Preferences[K];
  readonly text: string;
}

/** One preference as a person reads it. */
export type SettingRow = {
  [K in PreferenceName]: {
    readonly name: K;
    readonly label: string;
    readonly hint?: string;
    readonly choices: ReadonlyArray<Choice<K>>;
  };
}[PreferenceName];

const onOff = [
  { value: true, text: 'On' },
  { value: false, text: 'Off' },
] as const;

export const settingSections: ReadonlyArray<{
  readonly title: string;
  readonly rows: ReadonlyArray<SettingRow>;
}> = [
  {
    title: 'Look',
    rows: [
      {
        name: 'theme',
        label: 'Theme',
        choices: [
          { value: 'dark', text: 'Dark' },
          { value: 'light', text: 'Light' },
          { value: 'contrast', text: 'High contrast' },
          { value: 'system', text: 'As the computer' },
        ],
      },
      {
        name: 'change',
        label: 'Rise and fall',
        hint: 'Sign and arrow always say it too. Buy and sell keep their own colours.',
        choices: [
          { value: 'green-up', text: 'Green up' },
          { value: 'red-up', text: 'Red up' },
          { value: 'colour-blind', text: 'Blue up, orange down' },
          { value: 'mono', text: 'No colour' },
        ],
      },
      {
        name: 'density',
        label: 'Rows',
        choices: [
          { value: 'compact', text: 'Compact' },
          { value: 'normal', text: 'Normal' },
          { value: 'comfortable', text: 'Comfortable' },
        ],
      },
      {
        name: 'flashes',
        label: 'Flash prices that change',
        choices: onOff,
      },
      {
        name: 'motion',
        label: 'Motion',
        choices: [
          { value: 'system', text: 'As the computer' },
          { value: 'reduced', text: 'None' },
        ],
      },
    ],
  },
  {
    title: 'Text and size',
    rows: [
      {
        name: 'scale',
        label: 'Size of everything',
        choices: ([80, 90, 100, 110, 125, 150, 175, 200] as const).map((value) => ({
          value,
          text: `${value} %`,
        })),
      },
      {
        name: 'typeface',
        label: 'Typeface',
        choices: [
          { value: 'inter', text: 'Inter' },
          { value: 'system', text: 'The computer’s own' },
        ],
      },
    ],
  },
  {
    title: 'Numbers and time',
    rows: [
      {
        name: 'numbers',
        label: 'Numbers',
        hint: 'Typed numbers are read in any of them; what could mean two things is asked. Exports always use a point.',
        choices: (['1,234.5', '1.234,5', '1 234,5', '1’234.5'] as const).map((value) => ({
          value,
          text: value,
        })),
      },
      {
        name: 'zone',
        label: 'Times in',
        hint: 'The exchange’s: orders, fills, charts, hours; all else is local time. Trading days are dates and never shift.',
        choices: [
          { value: 'local', text: 'Local time' },
          { value: 'exchange', text: 'The exchange’s time' },
          { value: 'utc', text: 'UTC' },
        ],
      },
      {
        name: 'clock',
        label: 'Clock',
        choices: [
          { value: '24h', text: '24 hours' },
          { value: '12h', text: '12 hours' },
        ],
      },
    ],
  },
  {
    title: 'Notifications',
    rows: [
      { name: 'notifyFills', label: 'Fills', choices: onOff },
      { name: 'notifyRejections', label: 'Rejections and unknown outcomes', choices: onOff },
      { name: 'notifySession', label: 'Session lost', choices: onOff },
      { name: 'sounds', label: 'Sounds', choices: onOff },
      {
        name: 'doNotDisturb',
        label: 'Do not disturb',
        hint: 'Only what needs an answer is shown.',
        choices: onOff,
      },
    ],
  },
];
