// Seam: the review button is dead while a submission is unknown or the session is not proven.
import { expect, it } from 'vitest';
import type { Conid } from '../../../shared/domain/ids';
import type { Intent, IntentState } from '../../../shared/domain/order';
import { intentStateSchema } from '../../../shared/domain/order';
import type { SessionState } from '../../../shared/domain/session';
import { obstacleTo } from './ticket-obstacle';

const conid = 1 as Conid;
const proven = { tradingAllowed: true } as SessionState;
const intent = (state: IntentState, of = conid): Intent => ({ state, conid: of }) as Intent;

it('needs a proven session', () => {
  expect(obstacleTo(conid, 'AAPL', null, [])).not.toBeNull();
  expect(
    obstacleTo(conid, 'AAPL', { tradingAllowed: false, message: 'Logged out.' } as SessionState, []),
  ).toBe('Logged out.');
  expect(obstacleTo(conid, 'AAPL', proven, [])).toBeNull();
});

it('waits for what is in flight or unknown', () => {
  const blocking = intentStateSchema.options.filter((state) =>
    obstacleTo(conid, 'AAPL', proven, [intent(state)]),
  );
  expect(blocking).toEqual(['journaled', 'sending', 'question', 'answering', 'declining', 'unknown']);
});

it('an unknown outcome of one contract leaves the others tradable', () => {
  expect(obstacleTo(conid, 'AAPL', proven, [intent('unknown', 2 as Conid)])).toBeNull();
});
