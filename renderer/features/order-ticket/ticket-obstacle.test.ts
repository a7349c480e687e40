// Seam: the review button is dead while a submission is unknown or the session is not proven.
import { expect, it } from 'vitest';
import type { Conid } from '../../../shared/domain/ids';
import { type Intent, type IntentState, intentStateSchema } from '../../../shared/domain/intent';
import type { SessionState } from '../../../shared/domain/session';
import type { TradingState } from '../../../shared/domain/trading';
import { obstacleTo } from './ticket-obstacle';

const conid = 1 as Conid;
const proven = { tradingAllowed: true } as SessionState;
const intent = (state: IntentState, of = conid): Intent => ({ state, conid: of }) as Intent;

it('needs a proven session', () => {
  expect(obstacleTo(conid, 'AAPL', null, [], null)).not.toBeNull();
  expect(
    obstacleTo(conid, 'AAPL', { tradingAllowed: false, message: 'Logged out.' } as SessionState, [], null),
  ).toBe('Logged out.');
  expect(obstacleTo(conid, 'AAPL', proven, [], null)).toBeNull();
});

it('waits for what is in flight or unknown', () => {
  const blocking = intentStateSchema.options.filter((state) =>
    obstacleTo(conid, 'AAPL', proven, [intent(state)], null),
  );
  expect(blocking).toEqual(['journaled', 'sending', 'question', 'answering', 'declining', 'unknown']);
});

it('an unknown outcome of one contract leaves the others tradable', () => {
  expect(obstacleTo(conid, 'AAPL', proven, [intent('unknown', 2 as Conid)], null)).toBeNull();
});

it('obeys the trading guard', () => {
  const guard = {
    armed: true,
    kill: null,
    storeTrouble: null,
    sentence: 'Read-only.',
  } as unknown as TradingState;
  expect(obstacleTo(conid, 'AAPL', proven, [], guard)).toBeNull();
  expect(obstacleTo(conid, 'AAPL', proven, [], { ...guard, armed: false })).toBe('Read-only.');
  expect(obstacleTo(conid, 'AAPL', proven, [], { ...guard, storeTrouble: 'Disk full.' })).toBe('Disk full.');
});
