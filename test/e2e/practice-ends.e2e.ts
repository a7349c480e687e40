// Promise to the user's computer: when the app is killed outright, its practice gateway goes with it.
import { execFileSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { test } from '../support/app-test';

test.skip(process.platform === 'win32', 'reads the process list with ps');

/** The utility process of an app, by its data folder: Chromium hands that to every child. */
const practiceOf = (userDataDir: string): number[] =>
  execFileSync('ps', ['-axww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(userDataDir) && line.includes('node.mojom.NodeService'))
    .map((line) => Number.parseInt(line, 10));

test('the practice gateway ends with an app that got SIGKILL', async ({ launch }) => {
  const { pid, page, userDataDir } = await launch();
  await expect(page.getByRole('main').first()).toBeVisible();
  const practice = practiceOf(userDataDir);
  expect(practice).toHaveLength(1);

  process.kill(pid, 'SIGKILL');
  await expect.poll(() => practiceOf(userDataDir), { timeout: 10_000 }).toEqual([]);
});
