import { createClock } from '../../electron/practice/clock';
import { startGateway } from '../../electron/practice/gateway';
import type { BenchCase } from './bench';
import { summarize } from './statistics';

const weekMs = 7 * 86_400_000;

/** A week of the market with its resets on a virtual clock; the promise is under 30 s. */
export const simulatedWeek: BenchCase = {
  name: 'practice gateway, a simulated week',
  async run() {
    const clock = createClock({ startMs: Date.UTC(2026, 10, 23, 12), manual: true });
    const gateway = await startGateway({ clock, seed: 1, penaltyMs: null, hours: 'real' });
    const started = performance.now();
    clock.advance(weekMs);
    const tookS = (performance.now() - started) / 1000;
    await gateway.stop();
    return [{ figure: 'wall time', unit: 's', ...summarize([tookS]), ratio: tookS / 30 }];
  },
};
