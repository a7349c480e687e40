import type { Conid } from '../../../shared/domain/ids';
import type { PositionChanges } from '../../../shared/domain/portfolio';
import { movingFigures, type Position } from '../../../shared/domain/position';

type Changes = Pick<PositionChanges, 'version' | 'since' | 'rows' | 'moved' | 'removed'>;

interface Kept {
  readonly position: Position;
  /** When anything but its moving figures changed last. */
  readonly rowVersion: number;
  readonly movedVersion: number;
}

export interface PositionVersions {
  /** Takes the list as it is now. */
  readonly take: (positions: ReadonlyArray<Position>) => void;
  readonly since: (version: number | undefined) => Changes;
  readonly positions: () => ReadonlyArray<Position>;
}

/**
 * Remembers when each position changed, so that a window that has version n is told only what is new: ten thousand
 * whole rows every ten seconds would stop its frames. `next` numbers versions; numbers are never used twice.
 */
export function createPositionVersions(next: () => number): PositionVersions {
  const born = next();
  const kept = new Map<Conid, Kept>();
  const gone = new Map<Conid, number>();
  let version = born;

  return {
    positions: () => [...kept.values()].map(({ position }) => position),
    take(positions) {
      version = next();
      const present = new Set<Conid>();
      for (const position of positions) {
        present.add(position.conid);
        gone.delete(position.conid);
        const before = kept.get(position.conid);
        const sameRow = before !== undefined && sameBut(before.position, position);
        if (sameRow && movingFigures.every((name) => before.position[name] === position[name])) continue;
        kept.set(position.conid, {
          position,
          rowVersion: sameRow ? before.rowVersion : version,
          movedVersion: version,
        });
      }
      for (const conid of [...kept.keys()]) {
        if (present.has(conid)) continue;
        kept.delete(conid);
        gone.set(conid, version);
      }
    },
    since(wanted) {
      const since = wanted !== undefined && wanted > born && wanted <= version ? wanted : null;
      if (since === null)
        return {
          version,
          since,
          rows: [...kept.values()].map(({ position }) => position),
          moved: [],
          removed: [],
        };
      const changed = [...kept.values()].filter(({ movedVersion }) => movedVersion > since);
      return {
        version,
        since,
        rows: changed.filter(({ rowVersion }) => rowVersion > since).map(({ position }) => position),
        moved: changed
          .filter(({ rowVersion }) => rowVersion <= since)
          .map(({ position: p }) => [
            p.conid,
            p.marketPrice,
            p.marketValue,
            p.marketValueBase,
            p.unrealizedPnl,
            p.unrealizedPnlBase,
          ]),
        removed: [...gone].filter(([, at]) => at > since).map(([conid]) => conid),
      };
    },
  };
}

const moving: ReadonlySet<string> = new Set(movingFigures);

const sameBut = (a: Position, b: Position): boolean =>
  (Object.keys(b) as Array<keyof Position>).every((name) => moving.has(name) || a[name] === b[name]);
