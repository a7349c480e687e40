// Seam: the picture of the market that a review stands on is as old as IBKR says, and tells what there is to borrow.
import { afterEach, assert, beforeEach, expect, it } from 'vitest';
import { conidSchema } from '../../shared/domain/ids';
import { createGatewayWire } from '../../electron/services/orders/gateway-wire';
import { systemClock } from '../../electron/support/clock';
import { clientOf } from '../support/gateway-client';
import { startScriptedGateway, type ScriptedGateway } from '../support/scripted-gateway';

let server: ScriptedGateway;
beforeEach(async () => {
  server = await startScriptedGateway();
});
afterEach(() => server.close());

it('a row an hour behind our clock is fresh, one behind that row is old', async () => {
  const gateway = clientOf(server);
  const serverMs = Date.now() - 3_600_000;
  let updated = serverMs;
  server.answer = ({ path }) =>
    path.endsWith('/snapshot')
      ? {
          json: [
            {
              conid: 8314,
              _updated: updated,
              '31': '190',
              '84': '189',
              '86': '191',
              '7636': '1,300',
              '7644': '2',
            },
          ],
        }
      : { json: { accounts: ['U1'] } };
  const wire = createGatewayWire(gateway, systemClock);
  const age = async () => {
    const picture = await wire.quote(conidSchema.parse(8314));
    assert(picture.ok);
    expect(picture.value.more).toMatchObject({ shortableShares: '1300', shortability: '2' });
    return Date.now() - picture.value.asOfMs;
  };
  expect(await age()).toBeLessThan(5_000);
  updated = serverMs - 90_000;
  expect(await age()).toBeGreaterThanOrEqual(90_000);
  expect(
    server
      .at('/iserver/marketdata/snapshot')
      .map(({ query }) => query)
      .join(),
  ).toMatch(/7636.*7644/);
  gateway.close();
});
