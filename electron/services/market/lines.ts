import type { MarketLines } from '../../../shared/domain/quote';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';

/** Lists open hundreds of lines one after the other: their count is told when it has come to rest. */
const restMs = 150;

/** How much of the user's market-data lines is used: now, and whenever it changes. */
export function watchLines(
  { socket }: Pick<Gateway, 'socket'>,
  clock: Clock,
  emit: (lines: MarketLines) => void,
): () => void {
  let cancel: (() => void) | null = null;
  emit(socket.lines());
  const stop = socket.onLines(() => {
    cancel ??= clock.after(restMs, () => {
      cancel = null;
      emit(socket.lines());
    });
  });
  return () => {
    cancel?.();
    stop();
  };
}
