// Seam: what an earlier window stored never stops a chart, and only sound parts of it are kept.
import { expect, it } from 'vitest';
import { defaultChoices, readChoices, readPanels } from './chart-choices';

it('keeps what is sound and drops what is not', () => {
  const stored = {
    ...{ range: '7Q', bar: '5min', kind: 'pie', source: 'hmds-bid', log: true, zone: 'local', volume: 'yes' },
    indicators: [{ kind: 'rsi', length: 21 }, { kind: 'rsi', length: 0 }, { kind: 'magic', length: 3 }, 7],
    compared: [{ conid: 8314, symbol: 'IBM' }, { conid: -1, symbol: 'X' }, null],
  };
  expect(readChoices(stored)).toEqual({
    ...defaultChoices,
    ...{ bar: '5min', source: 'hmds-bid', log: true, zone: 'local' },
    indicators: [{ kind: 'rsi', length: 21 }],
    compared: [{ conid: 8314, symbol: 'IBM' }],
  });
});

it.each([null, 'text', 3, [], {}])('%j is the default', (stored) =>
  expect(readChoices(stored)).toEqual(defaultChoices),
);

it('finds the panels of its own version and of no other', () => {
  const panels = { chart: { bar: '5min' } };
  expect(readPanels({ version: 1, panels })).toEqual({ chart: { ...defaultChoices, bar: '5min' } });
  expect(readPanels({ version: 2, panels })).toEqual({});
  expect(readPanels(null)).toEqual({});
});
