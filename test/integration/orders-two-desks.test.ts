// Seam: two Porticos on one account at once: each sends its own orders only, sees the other's as placed elsewhere, and
// neither takes the other's fills for a position that nobody explains.
import { afterAll, assert, beforeAll, expect, it, vi } from 'vitest';
import { decimal } from '../../shared/domain/decimal';
import { controlOf, isPlacing } from '../support/practice-control';
import { startPractice, type PracticeProcess } from '../support/practice-process';
import { accountId, apple, openDesk, practiceArgs } from './orders-harness';

let practice: PracticeProcess;
beforeAll(async () => {
  practice = await startPractice({ seed: 17, args: practiceArgs });
  await controlOf(practice).setPrice(apple, 200);
});
afterAll(() => practice.stop());

it('the same order pressed at both is two orders, each known for whose it is; a cancel of the one is seen by the other', async () => {
  const control = controlOf(practice);
  const [one, two] = [await openDesk(practice), await openDesk(practice)];
  try {
    const before = (await control.truth()).wireLog.filter(isPlacing).length;
    const orders = await Promise.all([one, two].map((desk) => desk.order({ quantity: decimal('4') })));
    await Promise.all(orders.map(({ submit }) => submit()));
    const [first, second] = orders;
    assert(first !== undefined && second !== undefined);
    const [a, b] = await Promise.all([
      one.until(first.intentId, ['working']),
      two.until(second.intentId, ['working']),
    ]);
    assert(a.orderId !== null && b.orderId !== null && a.orderId !== b.orderId);
    expect((await control.truth()).wireLog.filter(isPlacing).length - before).toBe(2);
    const placedHere = (desk: typeof one, id: string) =>
      desk.book().orders.find(({ orderId }) => orderId === id)?.placedHere;
    await vi.waitFor(
      () => {
        expect([placedHere(one, a.orderId ?? ''), placedHere(one, b.orderId ?? '')]).toEqual([true, false]);
        expect([placedHere(two, a.orderId ?? ''), placedHere(two, b.orderId ?? '')]).toEqual([false, true]);
      },
      { timeout: 10_000 },
    );
    await two.service.cancel({ accountId, orderId: a.orderId });
    await one.until(first.intentId, ['cancelled']);
    await control.fill(b.orderId);
    await two.until(second.intentId, ['filled']);
    for (const desk of [one, two])
      await vi.waitFor(
        () => expect(desk.book().executions.some(({ orderId }) => orderId === b.orderId)).toBe(true),
        {
          timeout: 10_000,
        },
      );
    expect([...one.book().alarms, ...two.book().alarms]).toEqual([]);
  } finally {
    one.close();
    two.close();
  }
});
