import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { PositionGap, PositionListHead } from '../../../shared/domain/portfolio';
import type { Position } from '../../../shared/domain/position';
import type { Result } from '../../../shared/result';
import type { WireRecord } from '../wire-record';
import type { PositionPages } from './position-pages';
import { isDetailed, type Rates, toPosition } from './to-position';

interface Sources {
  readonly accountId: AccountId;
  /** The near-real-time list by conid; `null` before it was asked for. */
  readonly fast: Result<ReadonlyMap<number, WireRecord>, AppError> | null;
  readonly pages: Pick<PositionPages, 'rows' | 'failed' | 'has' | 'reading' | 'complete'>;
  readonly rates: Rates;
}

interface Reconciled extends Pick<
  PositionListHead,
  'complete' | 'detailed' | 'reading' | 'gaps' | 'fastFailure'
> {
  readonly positions: ReadonlyArray<Position>;
}

const emptyBeside =
  'IBKR’s near-real-time list is empty while its cached list is not; the cached one is shown.';

/**
 * One list out of IBKR's two. The near-real-time one decides what is held; a holding that only the cached list has is
 * kept and marked, never dropped. An empty near-real-time list beside cached holdings is not believed.
 */
export function reconcile({ accountId, fast, pages, rates }: Sources): Reconciled {
  const cached = pages.rows();
  const heldInCache = [...cached.values()].filter((row) => Number(row['position']) !== 0).length;
  const contradicted = fast?.ok === true && fast.value.size === 0 && heldInCache > 0;
  const believed = fast?.ok === true && !contradicted ? fast.value : null;

  const conids = [...new Set([...(believed?.keys() ?? []), ...cached.keys()])];
  const positions = conids.flatMap((conid) => {
    const row = believed?.get(conid) ?? null;
    const detail = cached.get(conid) ?? null;
    const position = toPosition(accountId, row, detail, rates);
    if (position === null) return [];
    // Missing from the list that should be the newer one: shown, with what that list says.
    return believed !== null && row === null && Number(position.quantity) !== 0
      ? [{ ...position, otherQuantity: '0' as Position['quantity'] }]
      : [position];
  });
  // "Nothing held" needs both lists; a holding that only one of them has is not known.
  const fastSuffices =
    believed !== null && (believed.size > 0 || pages.complete()) && positions.every(isAgreed);
  return {
    positions,
    complete:
      fastSuffices || (believed === null && pages.complete() && [...cached.values()].every(isDetailed)),
    detailed: conids.every((conid) => {
      const row = cached.get(conid);
      return row !== undefined && isDetailed(row);
    }),
    reading: pages.reading(),
    gaps: [...pages.failed()].flatMap(([page, { message }]) => {
      const missing = missingOf(believed !== null, pages.has(page));
      return missing === null ? [] : [{ page: page + 1, missing, reason: message }];
    }),
    fastFailure: contradicted ? emptyBeside : fast?.ok === false ? fast.error.message : null,
  };
}

/** What a page that failed leaves open: an old copy of it still names its contracts. */
const missingOf = (fastBelieved: boolean, hasOldCopy: boolean): PositionGap['missing'] | null => {
  if (fastBelieved) return hasOldCopy ? null : 'details';
  return hasOldCopy ? 'newer' : 'rows';
};

const isAgreed = ({ origin, quantity }: Position): boolean =>
  origin === 'near-real-time' || Number(quantity) === 0;
