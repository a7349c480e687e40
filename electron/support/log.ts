/** One structured event: a code first, then plain fields. Never account ids, order contents or tokens. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  readonly debug: (code: string, fields?: LogFields) => void;
  readonly info: (code: string, fields?: LogFields) => void;
  readonly warn: (code: string, fields?: LogFields) => void;
  readonly error: (code: string, fields?: LogFields) => void;
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
