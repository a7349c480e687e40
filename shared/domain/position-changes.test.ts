// Seam: what main sends as changes becomes the same list it has; nothing old stays, nothing unchanged is made anew.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPositionVersions } from '../../electron/services/portfolio/position-versions';
import { decimal } from './decimal';
import type { PositionChanges, PositionList } from './portfolio';
import type { Position } from './position';
import { withChanges } from './position-changes';

const head = { complete: true } as unknown as Omit<
  PositionChanges,
  'version' | 'since' | 'rows' | 'moved' | 'removed'
>;
const position = (conid: number, quantity: number, price: number): Position =>
  ({
    ...{ conid, quantity: decimal(String(quantity)), marketPrice: decimal(String(price)), marketValue: null },
    ...{ marketValueBase: null, unrealizedPnl: null, unrealizedPnlBase: null },
  }) as unknown as Position;

const steps = fc.array(
  fc.uniqueArray(
    fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 })),
    {
      selector: ([conid]) => conid,
    },
  ),
  { minLength: 1, maxLength: 8 },
);

it('any history of lists, read at any times, ends as main has it', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (lists, reads) => {
      let number = 0;
      const versions = createPositionVersions(() => ++number);
      let shown: PositionList | undefined;
      lists.forEach((list, step) => {
        versions.take(list.map(([conid, quantity, price]) => position(conid, quantity, price)));
        if (reads[step] === true || step === lists.length - 1)
          shown = withChanges(shown, { ...head, ...versions.since(shown?.version) });
      });
      const byConid = (a: Position, b: Position): number => a.conid - b.conid;
      expect([...(shown?.positions ?? [])].sort(byConid)).toEqual([...versions.positions()].sort(byConid));
    }),
  );
});

it('sends figures alone for what only moved, and keeps what did not change', () => {
  let number = 0;
  const versions = createPositionVersions(() => ++number);
  versions.take([position(1, 10, 5), position(2, 10, 5)]);
  const first = withChanges(undefined, { ...head, ...versions.since(undefined) });
  versions.take([position(1, 10, 5), position(2, 10, 6)]);
  const changes = versions.since(first.version);
  expect([changes.rows.length, changes.moved.length]).toEqual([0, 1]);
  const second = withChanges(first, { ...head, ...changes });
  expect(second.positions[0]).toBe(first.positions[0]);
  expect(second.positions[1]?.marketPrice).toBe('6');
});

it('a version of another session gets the whole list', () => {
  let number = 0;
  const old = createPositionVersions(() => ++number);
  old.take([position(1, 1, 1)]);
  const versions = createPositionVersions(() => ++number);
  versions.take([position(2, 1, 1)]);
  expect(versions.since(old.since(undefined).version).since).toBeNull();
});
