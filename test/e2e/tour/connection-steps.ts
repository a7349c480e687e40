import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';
import { startPractice } from '../../support/practice-process';
import type { TourStep } from '../tour';

/** The gateway goes and comes back; and three ways in which it was never the right one. */
export const connectionSteps: readonly TourStep[] = [
  {
    name: 'gateway-gone-values-stay',
    async run({ desk, proxy }) {
      await proxy.cut();
      await expect(desk().session).toContainText('Gateway not running', { timeout: 30_000 });
      await expect(desk().positions.getByRole('row').nth(3)).toBeVisible();
    },
  },
  {
    name: 'gateway-back-recovers',
    async run({ desk, proxy }) {
      await proxy.restore();
      await expect(desk().session).toContainText('Connected', { timeout: 40_000 });
    },
  },
  {
    name: 'another-certificate-authority',
    async run({ show, desk, cacert }) {
      const other = await startPractice();
      try {
        await show(['--gateway-url', other.url, '--cacert', cacert]);
        await expect(desk().session).toContainText('Certificate not trusted', { timeout: 20_000 });
        await expect(desk().ticket.getByRole('button', { name: 'Review order' })).toBeDisabled();
      } finally {
        await other.stop();
      }
    },
  },
  {
    name: 'plain-http',
    async run({ show, desk, cacert }) {
      const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        // A TCP server's address is an AddressInfo; only pipes have a string.
        const { port } = server.address() as AddressInfo;
        await show(['--gateway-url', `https://127.0.0.1:${port}/v1/api`, '--cacert', cacert]);
        await expect(desk().session).toContainText('Not a secure gateway', { timeout: 20_000 });
      } finally {
        server.close();
      }
    },
  },
  {
    name: 'nothing-there',
    async run({ show, desk, cacert }) {
      // Port 9 (discard) is not served on a development machine.
      await show(['--gateway-url', 'https://127.0.0.1:9/v1/api', '--cacert', cacert]);
      await expect(desk().session).toContainText('Gateway not running', { timeout: 20_000 });
    },
  },
];
