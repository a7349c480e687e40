// Seam: of ten thousand positions in pages of a hundred, a page that fails is said to have failed, and nothing is
// made up for it; it comes back by itself.
import { expect, test } from '@playwright/test';
import { decimal, type Decimal, sum } from '../../shared/domain/decimal';
import { deskOf } from '../support/desk';
import { cents, onScenario, plain, type TruePortfolio } from '../support/portfolio-stage';

const unavailable = (path: string): object => ({
  ...{ match: { path }, point: 'before-headers' },
  do: { kind: 'status', status: 503, body: { error: 'Service Unavailable' } },
});
const page37 = unavailable('/portfolio/*/positions/36');
const nearRealTime = unavailable('/portfolio2/*/positions');

const totalOf = ({ positions }: TruePortfolio): string =>
  cents(sum(positions.map((position) => decimal(String(position['marketValueBase'])))) as Decimal);

test('page 37 of 100 failing: what is missing is said, totals are not made up, and it recovers', async () => {
  test.setTimeout(600_000);
  await onScenario(
    'large',
    async ({ page, control, ask, truth }) => {
      const { session, positions, region } = deskOf(page);
      await expect(session).toContainText('Connected', { timeout: 30_000 });
      await ask('POST', '/market/freeze', { frozen: true });
      const note = region('Portfolio').getByRole('status', { name: 'About the positions' });
      const total = positions
        .locator('tfoot td')
        .filter({ hasText: /^[-−+]?[\d,]+\.\d\d$|^—$/ })
        .first();

      await test.step('neither list has them: 9,900 rows, no total', async () => {
        await expect(note).toContainText('Page 37 of IBKR’s list could not be read', { timeout: 240_000 });
        await expect(note).toContainText('up to 100 positions a page are missing, totals are not known');
        await expect(positions).toHaveAttribute('aria-rowcount', '9902', { timeout: 120_000 });
        await expect(total).toHaveText('—');
        await expect(positions.getByText('Total of 9900')).toBeVisible();
      });

      await test.step('the near-real-time list returns: every row, the true total, details still missing', async () => {
        await control.setFaults([page37]);
        await expect(positions).toHaveAttribute('aria-rowcount', '10002', { timeout: 120_000 });
        await expect(note).toContainText('names and sectors of those positions are missing');
        const books = await truth();
        await expect
          .poll(async () => plain(await total.innerText()), { timeout: 30_000 })
          .toBe(totalOf(books));
      });

      await test.step('the page returns by itself', async () => {
        await control.setFaults([]);
        await expect(note).toBeHidden({ timeout: 120_000 });
        await expect(positions).toHaveAttribute('aria-rowcount', '10002');
      });
      expect((await control.truth()).pacingViolations).toEqual([]);
    },
    (control) => control.setFaults([page37, nearRealTime]),
  );
});
