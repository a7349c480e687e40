import type { Page } from 'playwright';
import { deskOf, type Desk } from '../../support/desk';
import { startGatewayProxy, type GatewayProxy } from '../../support/gateway-proxy';
import { launchApp, type LaunchedApp } from '../../support/launch-app';
import { startPractice } from '../../support/practice-process';

/** The app under tour, a cable to its gateway that can be pulled, and room for a second app beside it. */
export interface Stage {
  readonly desk: () => Desk;
  readonly page: () => Page;
  readonly proxy: GatewayProxy;
  /** PEM file of the gateway on tour. */
  readonly cacert: string;
  /** Starts another app, which becomes the one in the pictures. */
  readonly show: (args: readonly string[]) => Promise<void>;
  readonly showFirst: () => Promise<void>;
  /** The window's content in the pictures that follow, in pixels. */
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startStage(gatewayUrl: string | undefined, cacert: string | undefined): Promise<Stage> {
  const practice = gatewayUrl === undefined ? await startPractice({ seed: 7 }) : null;
  const address = new URL(gatewayUrl ?? practice?.url ?? '');
  const trusted = cacert ?? practice?.cacert;
  if (trusted === undefined)
    throw new Error('--gateway-url needs --cacert: a gateway is never trusted blindly.');
  const proxy = await startGatewayProxy(Number(address.port));
  // Only the port changes: the host is what the certificate was made for.
  const throughProxy = Object.assign(new URL(address), { port: String(proxy.port) }).href;
  const first = await launchApp({ args: ['--gateway-url', throughProxy, '--cacert', trusted] });
  let second: LaunchedApp | null = null;

  const showFirst = async (): Promise<void> => {
    await second?.close();
    second = null;
  };
  const page = (): Page => (second ?? first).page;

  return {
    desk: () => deskOf(page()),
    page,
    proxy,
    cacert: trusted,
    async show(args) {
      await showFirst();
      second = await launchApp({ args });
    },
    showFirst,
    async resize(width, height) {
      await (second ?? first).app.evaluate(
        ({ BrowserWindow }, size) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.setPosition(0, 0);
          window?.setContentSize(size.width, size.height);
        },
        { width, height },
      );
      await page().waitForFunction(
        (size) => window.innerWidth === size.width && window.innerHeight === size.height,
        { width, height },
      );
    },
    async close() {
      await showFirst();
      await first.close();
      await proxy.close();
      await practice?.stop();
    },
  };
}
