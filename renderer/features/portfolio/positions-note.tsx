import type { PositionListHead } from '../../../shared/domain/portfolio';
import { changePositionsView, usePositionsView } from '../../state/positions-view';
import type { PositionRow } from './position-row';

/** What the table does not say by itself: the filter in force, pages that failed, missing rates, contradictions. */
export function PositionsNote({
  heads,
  shown,
  base,
}: {
  readonly heads: ReadonlyArray<PositionListHead>;
  readonly shown: ReadonlyArray<PositionRow>;
  readonly base: string | null;
}) {
  const { filter } = usePositionsView();
  const troubles = heads.flatMap((head) => troublesOf(head));
  const noRate = [
    ...new Set(shown.filter(({ rate }) => rate === null).map(({ currency }) => currency ?? 'no currency')),
  ];
  const contradicted = shown.filter(({ otherQuantity }) => otherQuantity !== null).length;
  const warnings = [
    ...troubles,
    ...(noRate.length > 0 && base !== null
      ? [`No exchange rate for ${noRate.join(', ')}: totals in ${base} are not known`]
      : []),
    ...(contradicted > 0 ? [`IBKR’s two lists contradict each other on ${contradicted}`] : []),
  ];
  if (warnings.length === 0 && filter === null) return null;
  return (
    <div className="positions-note" role="status" aria-label="About the positions">
      {filter !== null && (
        <button
          type="button"
          className="filter-chip"
          aria-label={`Remove the filter ${filter.name}`}
          onClick={() => changePositionsView({ filter: null })}
        >
          {filter.name} ✕
        </button>
      )}
      {warnings.map((text) => (
        <span key={text} className="age-stale">
          {text}.
        </span>
      ))}
    </div>
  );
}

/** In words, what a list lacks. */
function troublesOf({ gaps, fastFailure, complete, reading }: PositionListHead): ReadonlyArray<string> {
  const rows = gaps.filter(({ missing }) => missing === 'rows');
  const details = gaps.filter(({ missing }) => missing === 'details');
  const older = gaps.filter(({ missing }) => missing === 'newer');
  const pages = (list: typeof gaps): string =>
    `${list.length === 1 ? 'Page' : 'Pages'} ${list.map(({ page }) => page).join(', ')} of IBKR’s list could not be read`;
  return [
    ...(rows.length > 0
      ? [
          `${pages(rows)} (${rows[0]?.reason ?? ''}): up to 100 positions a page are missing, totals are not known`,
        ]
      : []),
    ...(details.length > 0
      ? [
          `${pages(details)}: names and sectors of those positions are missing, their figures come from the near-real-time list`,
        ]
      : []),
    ...(older.length > 0
      ? [
          `${pages(older)} again (${older[0]?.reason ?? ''}): its positions are those of an earlier reading, totals are not known`,
        ]
      : []),
    ...(fastFailure !== null && rows.length === 0
      ? [`Figures are from IBKR’s cached list, which may lag: ${fastFailure}`]
      : []),
    ...(!complete && reading && rows.length === 0
      ? ['Pages are still being read: totals are not known yet']
      : []),
  ];
}
