// Seam: whatever an earlier version or a stray hand left in storage, the desk starts.
import { expect, it } from 'vitest';
import { emptyWorkspace, readWorkspace } from './workspace';

it.each([null, '', '{', 'null', '[]', '42', '{"version":7,"conid":1}', 'x'.repeat(5000)])(
  'starts empty from %j',
  (text) => {
    expect(readWorkspace(text)).toEqual(emptyWorkspace);
  },
);

it('keeps what is sound and drops what is not', () => {
  const stored = {
    version: 1,
    accountId: 'DU1234567',
    conid: -3,
    symbol: 'AAPL',
    watchlistId: '100',
    discreet: true,
    amountsIn: 'local',
  };
  expect(readWorkspace(JSON.stringify(stored))).toEqual({
    ...emptyWorkspace,
    accountId: 'DU1234567',
    watchlistId: '100',
    discreet: true,
    amountsIn: 'local',
  });
});

it('a symbol without its contract is not kept', () => {
  const read = readWorkspace(JSON.stringify({ version: 1, symbol: 'AAPL' }));
  expect([read.conid, read.symbol]).toEqual([null, null]);
});
