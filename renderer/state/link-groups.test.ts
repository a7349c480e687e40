// Seam: whatever storage holds, no panel is linked with what does not exist.
import { expect, it } from 'vitest';
import { noLinks, readLinks } from './link-groups';

it.each([null, '', '{', '[]', '7', '{"groupOf":3}'])('starts without links from %j', (text) => {
  expect(readLinks(text)).toEqual(noLinks);
});

it('keeps what is sound', () => {
  const stored = {
    groupOf: { chart: 'B', quote: null, ticket: 'Z' },
    shown: { B: { conid: 265598, symbol: 'AAPL' }, C: { conid: -1, symbol: 'X' }, quote: { conid: 8314 } },
  };
  expect(readLinks(JSON.stringify(stored))).toEqual({
    groupOf: { chart: 'B', quote: null },
    shown: { B: { conid: 265598, symbol: 'AAPL' } },
  });
});
