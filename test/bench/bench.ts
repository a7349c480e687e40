import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chart } from './chart';
import { orderToWire } from './order-to-wire';
import { tenThousandPositions } from './positions';
import { practiceRequests } from './practice-requests';
import { practiceStream } from './practice-stream';
import { quoteDisplay } from './quote-display';
import { simulatedWeek } from './simulated-week';
import { startUp } from './start-up';
import type { Summary } from './statistics';

/** One figure with its spread; `ratio` is against the floor or the promise named in the case. */
export interface Figure extends Summary {
  readonly figure: string;
  readonly unit: string;
  readonly ratio?: number;
}

export interface BenchCase {
  readonly name: string;
  readonly run: () => Promise<Figure[]>;
}

const cases: readonly BenchCase[] = [
  orderToWire,
  practiceRequests,
  practiceStream,
  quoteDisplay,
  chart,
  simulatedWeek,
  tenThousandPositions,
  startUp,
];

async function main(): Promise<void> {
  const [wanted] = process.argv.slice(2);
  const results = [];
  console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}`);
  for (const one of cases.filter(({ name }) => wanted === undefined || name.includes(wanted))) {
    console.log(`\n${one.name}`);
    const figures = await one.run();
    for (const { figure, unit, median, low, high, ratio } of figures)
      console.log(
        `  ${figure.padEnd(34)} ${text(median)} ${unit}  (${text(low)} – ${text(high)})${ratio === undefined ? '' : `  × ${text(ratio)}`}`,
      );
    results.push({ name: one.name, figures });
  }
  const out = join('out', 'bench');
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
}

const text = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
