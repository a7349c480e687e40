// Seam: without IBKR's estimate nothing that may open a position leaves on a tick, and nothing that closes one is held.
import { expect, it } from 'vitest';
import type { OrderEffect, WhatIf } from '../../../shared/domain/order-preview';
import { err, ok } from '../../../shared/result';
import { marginReport } from './margin-report';
import { refusal } from './refusals';

const failed = err(refusal('unavailable', 'HTTP 500.', 'Try again.'));
const unchanged = { current: null, change: null, after: null };
const whatIf: WhatIf = {
  ...{ amount: '1 USD', commission: null, total: null, equity: unchanged },
  ...{ initialMargin: unchanged, maintenanceMargin: unchanged, position: unchanged },
};
const brief = (...args: Parameters<typeof marginReport>) =>
  marginReport(...args).warnings.map(({ id, severity }) => `${id}:${severity}`);

it.each<[OrderEffect, boolean, string[]]>([
  ['opens', false, ['no-margin-preview:typed']],
  ['adds', false, ['no-margin-preview:typed']],
  ['flips', false, ['no-margin-preview:typed']],
  ['unknown', false, ['no-margin-preview:typed']],
  ['reduces', false, []],
  ['closes', false, []],
  ['opens', true, ['no-margin-preview:hard']],
  ['closes', true, ['no-margin-preview:hard']],
])('an estimate fails for an order that %s (forced: %s)', (effect, forced, expected) => {
  expect(brief(failed, effect, forced)).toEqual(expected);
  expect(marginReport(failed, effect, forced).notes.join()).toContain(
    'No margin preview available. HTTP 500.',
  );
});

it('with one, nothing is asked about it; a change has none', () => {
  expect(brief(ok({ whatIf, warnings: [], error: null }), 'opens', true)).toEqual([]);
  expect(brief(null, 'opens', true)).toEqual([]);
  expect(brief(ok({ whatIf, warnings: [], error: 'No.' }), 'closes', false)).toEqual([
    'what-if-refused:hard',
  ]);
});
