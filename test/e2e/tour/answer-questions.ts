import { expect } from '@playwright/test';
import type { Desk } from '../../support/desk';

/** Says yes to every question of IBKR until none comes any more; returns how many there were. */
export async function answerYesToAll(desk: Desk): Promise<number> {
  let asked = 0;
  while (asked < 8 && (await desk.asksWithin(4_000))) {
    const before = (await desk.question.allTextContents()).join();
    await desk.question.getByRole('button', { name: 'Yes, send it' }).click();
    asked += 1;
    // The next question stands in a dialog of the same name. allTextContents() waits for nothing: a dialog that
    // closes between two looks must not be waited for.
    await expect
      .poll(async () => (await desk.question.allTextContents()).join(), { timeout: 20_000 })
      .not.toBe(before);
  }
  return asked;
}
