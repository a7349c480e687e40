import { expect } from '@playwright/test';
import { startGatewayProxy } from '../../support/gateway-proxy';
import { controlOf } from '../../support/practice-control';
import { startPractice } from '../../support/practice-process';
import { sessionTroubles } from '../../support/session-troubles';
import type { TourStep } from '../tour';

type Cable = Parameters<(typeof sessionTroubles)[number]['bring']>[0];
let cable: Cable | null = null;
let previous: (typeof sessionTroubles)[number] | null = null;
let close = async (): Promise<void> => undefined;

/** Every trouble a session and a certificate can have, one picture each, then all is well again in the same window. */
export const sessionSteps: readonly TourStep[] = [
  {
    name: 'workspace-session-ready',
    async run({ show, desk }) {
      const practice = await startPractice({ seed: 7, args: ['--control-port', '0', '--no-pacing'] });
      const address = new URL(practice.url);
      const proxy = await startGatewayProxy(Number(address.port));
      cable = { control: controlOf(practice), proxy };
      close = async () => {
        await proxy.close();
        await practice.stop();
      };
      await show(['--gateway-url', `${proxy.url}${address.pathname}`, '--cacert', practice.cacert]);
      await expect(desk().session).toContainText('Connected', { timeout: 20_000 });
      await expect(desk().quotes.getByRole('row').nth(2)).toContainText(/\d\.\d\d/, { timeout: 20_000 });
    },
  },
  ...sessionTroubles.map((trouble): TourStep => ({
    name: `workspace-${trouble.name}`,
    async run({ desk, page }) {
      if (cable === null) throw new Error('The step before has not made the gateway.');
      await previous?.mend(cable);
      if (previous !== null) await expect(desk().session).toContainText('Connected', { timeout: 60_000 });
      previous = trouble;
      await trouble.bring(cable);
      await expect(desk().session).toContainText(trouble.label, { timeout: 70_000 });
      await expect(page().locator('.session-banner').first()).toContainText(trouble.sentence);
    },
  })),
  {
    name: 'workspace-session-recovered',
    async run({ desk, showFirst }) {
      if (cable === null) throw new Error('The first step has not made the gateway.');
      await previous?.mend(cable);
      await expect(desk().session).toContainText('Connected', { timeout: 60_000 });
      await showFirst();
      await close();
    },
  },
];
