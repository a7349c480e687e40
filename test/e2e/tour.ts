import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStage, type Stage } from './tour/stage';
import { chainsSteps } from './tour/chains-steps';
import { chartSteps } from './tour/chart-steps';
import { connectionSteps } from './tour/connection-steps';
import { deskSteps } from './tour/desk-steps';
import { marketsSteps } from './tour/markets-steps';
import { orderSteps } from './tour/order-steps';
import { ordersPlaceSteps } from './tour/orders-place-steps';
import { ordersSteps } from './tour/orders-steps';
import { portfolioSteps } from './tour/portfolio-steps';
import { sessionSteps } from './tour/session-steps';
import { sizeSteps } from './tour/size-steps';
import { workspaceSteps } from './tour/workspace-steps';
import { scannerSteps } from './tour/scanner-steps';

/** One thing a person does, and what must then be seen. Throws when it is not. */
export interface TourStep {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
}

interface StepReport {
  readonly step: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly screenshot: string;
  readonly error?: string;
}

const { values } = parseArgs({
  options: { out: { type: 'string' }, 'gateway-url': { type: 'string' }, cacert: { type: 'string' } },
});
const out = values.out ?? join('out', 'tour');

async function main(): Promise<void> {
  await mkdir(out, { recursive: true });
  const stage = await startStage(values['gateway-url'], values.cacert);
  const reports: StepReport[] = [];
  try {
    for (const [index, step] of [
      ...deskSteps,
      ...chartSteps,
      ...marketsSteps,
      ...portfolioSteps,
      ...scannerSteps,
      ...chainsSteps,
      ...orderSteps,
      ...ordersSteps,
      ...ordersPlaceSteps,
      ...workspaceSteps,
      ...sizeSteps,
      ...connectionSteps,
      ...sessionSteps,
    ].entries()) {
      reports.push(await take(stage, step, `${String(index + 1).padStart(2, '0')}-${step.name}.png`));
    }
  } finally {
    await stage.close();
    await writeFile(join(out, 'tour.json'), `${JSON.stringify(reports, null, 2)}\n`);
  }
  const failed = reports.filter((report) => !report.ok).length;
  console.log(
    `Tour: ${reports.length - failed} of ${reports.length} steps in order. Pictures are in ${out}.`,
  );
  // All is closed; a connection that was held silent may still keep the loop alive.
  process.exit(failed === 0 ? 0 : 1);
}

async function take(stage: Stage, step: TourStep, screenshot: string): Promise<StepReport> {
  const started = performance.now();
  let error: string | undefined;
  try {
    await step.run(stage);
  } catch (thrown) {
    error = thrown instanceof Error ? thrown.message : String(thrown);
  }
  const ms = Math.round(performance.now() - started);
  await stage.page().screenshot({ path: join(out, screenshot) });
  console.log(
    `${error === undefined ? 'ok  ' : 'FAIL'} ${step.name} (${ms} ms)${error === undefined ? '' : `\n${error}`}`,
  );
  return {
    step: step.name,
    ok: error === undefined,
    ms,
    screenshot,
    ...(error === undefined ? {} : { error }),
  };
}

main().catch((thrown: unknown) => {
  console.error(thrown);
  process.exitCode = 1;
});
