import type { Instrument } from './instrument';

interface Parameter {
  readonly guiRank: number;
  readonly id: string;
  readonly name: string;
  readonly valueClassName: 'String' | 'Boolean' | 'Double' | 'Integer' | 'Time';
  readonly [more: string]: unknown;
}

interface Algo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
}

const yesNo = (guiRank: number, id: string, name: string, more: Record<string, unknown> = {}): Parameter => ({
  ...{ guiRank, id, name, valueClassName: 'Boolean', defaultValue: false },
  ...more,
});
const share = (guiRank: number, required: boolean): Parameter => ({
  ...{ guiRank, id: 'maxPctVol', name: 'Max Percentage', valueClassName: 'Double', minValue: 0.01 },
  ...{ maxValue: 50, description: 'From 0.01 to 50.0', ...(required ? { required: 'true' } : {}) },
});
const times = (from: number): readonly Parameter[] => [
  {
    ...{ guiRank: from, id: 'startTime', name: 'Start Time', valueClassName: 'Time' },
    description: 'Defaults to start of market trading',
  },
  {
    ...{ guiRank: from + 1, id: 'endTime', name: 'End Time', valueClassName: 'Time' },
    description: 'Defaults to end of market trading',
  },
];
const choice = (
  guiRank: number,
  id: string,
  name: string,
  legalStrings: readonly string[],
  defaultValue: string,
): Parameter => ({
  ...{ guiRank, id, name, valueClassName: 'String', legalStrings, defaultValue, required: 'true' },
});
const urgency = ['GetDone', 'Aggressive', 'Neutral', 'Passive'];

/** In the shape of the recorded answers (fixtures contract/algos); the sentences are ours. */
const algos: readonly Algo[] = [
  {
    ...{
      id: 'Adaptive',
      name: 'Adaptive',
      description: 'Looks for a better price while the market is calm.',
    },
    parameters: [
      choice(
        1,
        'adaptivePriority',
        'Adaptive order priority/urgency',
        ['Urgent', 'Normal', 'Patient'],
        'Normal',
      ),
    ],
  },
  {
    ...{ id: 'ArrivalPx', name: 'Arrival Price', description: 'Aims at the price at which it was sent.' },
    parameters: [
      share(2, true),
      choice(3, 'riskAversion', 'Urgency/Risk aversion', urgency, 'Neutral'),
      ...times(4),
      yesNo(6, 'allowPastEndTime', 'Allow trading past end time'),
      yesNo(7, 'forceCompletion', 'Attempt completion by EOD'),
    ],
  },
  {
    ...{ id: 'ClosePx', name: 'Close Price', description: 'Aims at the closing price.' },
    parameters: [
      share(1, true),
      choice(2, 'riskAversion', 'Urgency/Risk aversion', urgency, 'Neutral'),
      yesNo(3, 'forceCompletion', 'Attempt completion by EOD'),
    ],
  },
  {
    ...{ id: 'DarkIce', name: 'DarkIce', description: 'Shows a part of the order, of changing size.' },
    parameters: [
      {
        ...{ guiRank: 1, id: 'displaySize', name: 'Display Size', valueClassName: 'Integer' },
        ...{ minValue: 1, required: 'true', defaultValue: '100' },
      },
      ...times(2),
    ],
  },
  {
    ...{ id: 'PctVol', name: 'Percentage of Volume', description: 'Takes a steady part of what is traded.' },
    parameters: [share(1, true), ...times(2), yesNo(4, 'noTakeLiq', 'Attempt to never take liquidity')],
  },
  {
    ...{ id: 'Twap', name: 'TWAP', description: 'Spreads the order evenly over the time.' },
    parameters: [...times(1), yesNo(3, 'allowPastEndTime', 'Allow trading past end time')],
  },
  {
    ...{ id: 'Vwap', name: 'VWAP', description: 'Spreads the order as volume usually comes.' },
    parameters: [
      share(1, false),
      ...times(2),
      yesNo(4, 'allowPastEndTime', 'Allow trading past end time'),
      yesNo(5, 'noTakeLiq', 'Attempt to never take liquidity'),
      yesNo(8, 'speedUp', 'Speed up when market approaches limit price', {
        enabledConditions: ['MKT:speedUp:=:no'],
      }),
    ],
  },
];

/** `/iserver/contract/{conid}/algos`: descriptions and parameters only when asked for; none but for stocks. */
export const wireAlgos = (
  instrument: Instrument,
  wanted: readonly string[],
  { withDescription, withParameters }: { withDescription: boolean; withParameters: boolean },
) => ({
  algos: (instrument.secType === 'STK' ? algos : [])
    .filter(({ id }) => wanted.length === 0 || wanted.includes(id))
    .map(({ id, name, description, parameters }) => ({
      ...{ name, id },
      ...(withDescription ? { description } : {}),
      ...(withParameters ? { parameters } : {}),
    })),
});

/** Why this algorithm cannot take the order; `null` when it can. */
export function algoProblem(strategy: string, values: unknown): string | null {
  const algo = algos.find(({ id }) => id === strategy);
  if (algo === undefined) return `Invalid strategy: ${strategy}`;
  const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  const unknown = Object.keys(given).find((id) => !algo.parameters.some((known) => known.id === id));
  if (unknown !== undefined) return `Invalid strategy parameter: ${unknown}`;
  const missing = algo.parameters.find(({ id, required }) => required === 'true' && given[id] === undefined);
  return missing === undefined ? null : `Missing strategy parameter: ${missing.id}`;
}
