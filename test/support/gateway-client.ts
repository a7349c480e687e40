import { createGateway, type Gateway, type GatewayConfig } from '../../electron/gateway/gateway';
import { findEndpoint } from '../../electron/gateway/registry';
import { systemClock } from '../../electron/support/clock';
import { silentLog } from '../../electron/support/log';
import type { ScriptedGateway } from './scripted-gateway';

/** A client of a scripted gateway, with deadlines short enough for tests. */
export const clientOf = (server: ScriptedGateway, config: GatewayConfig = {}): Gateway =>
  createGateway(
    { baseUrl: server.url, cacertPath: server.cacert, timeoutMs: 2_000, ...config },
    { clock: systemClock, log: silentLog },
  );

type AnyMethod = (input: unknown) => ReturnType<Gateway['session']['tickle']>;

/** Calls a method by its name, as the command line does. */
export function callByName(gateway: Gateway, name: string, input: unknown): ReturnType<AnyMethod> {
  const area = findEndpoint(name)?.area;
  if (area === undefined) throw new Error(`No method ${name}`);
  const methods = gateway[area] as unknown as Readonly<Record<string, AnyMethod>>;
  const method = methods[name];
  if (method === undefined) throw new Error(`No method ${name}`);
  return method(input);
}
