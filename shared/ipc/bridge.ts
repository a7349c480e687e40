/**
 * All that preload gives the renderer. Answers and events are JSON text: main sends a batch as one string,
 * which costs a third of an object through the context bridge (STACK, measured).
 */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<string>;
  /** Returns the function that ends the stream. */
  readonly watch: (name: string, input: unknown, onEvent: (json: string) => void) => () => void;
}

export const bridgeChannels = {
  call: 'portico:call',
  watch: 'portico:watch',
  unwatch: 'portico:unwatch',
  event: 'portico:event',
  /** The window has dealt with one event of a stream: the next may come. */
  received: 'portico:received',
} as const;
