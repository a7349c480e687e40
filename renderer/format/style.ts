/** How this person reads numbers and times. Said once at the start and at each change; what is drawn is drawn anew. */
export interface TextStyle {
  /** Between thousands, and before the fraction. */
  readonly groupMark: string;
  readonly pointMark: string;
  readonly hour12: boolean;
  /** IANA name; `null` is the computer's own. */
  readonly timeZone: string | null;
  /** Times of one contract are told where it trades. */
  readonly atExchange: boolean;
}

let style: TextStyle = {
  groupMark: ',',
  pointMark: '.',
  hour12: false,
  timeZone: null,
  atExchange: false,
};

export const textStyle = (): TextStyle => style;

export function setTextStyle(next: TextStyle): void {
  style = next;
}
