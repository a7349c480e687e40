/** A message for the client, before it becomes text. */
export type Send = (message: unknown) => void;

/** One channel of a connection: `md`, `or`, `pl` … */
export interface Topic {
  readonly channel: string;
  readonly subscribe: (target: string, args: Readonly<Record<string, unknown>>) => void;
  readonly unsubscribe: (target: string) => void;
  readonly end: () => void;
}

export interface Frame {
  readonly subscribe: boolean;
  readonly channel: string;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** `smd+265598+{"fields":["31"]}`, `umd+265598+{}`, bare `sor` … Null when it is no such thing. */
export function readFrame(text: string): Frame | null {
  const match = /^([su])([a-z]{2})(?:\+([^{]*?))?(?:\+?(\{[\s\S]*\}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, verb, channel = '', target = '', json] = match;
  const args = json === undefined ? {} : parse(json);
  return args === null ? null : { subscribe: verb === 's', channel, target: target.replace(/\+$/, ''), args };
}

function parse(json: string): Record<string, unknown> | null {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** The keys of `after` whose value is not the same in `before`. */
export function changedKeys(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));
}
