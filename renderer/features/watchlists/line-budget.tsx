import { useMarketLines } from '../../live/lines-feed';

/** How many of the user's market-data lines are in use, by all panels together. */
export function LineBudget() {
  const lines = useMarketLines();
  if (lines === null) return null;
  const meaning =
    lines.waiting === 0
      ? `${lines.used} of ${lines.limit} market-data lines in use by all panels together.`
      : `All ${lines.limit} market-data lines are in use; ${lines.waiting} symbols wait for one and do not move.`;
  return (
    <span
      className={lines.waiting > 0 ? 'line-budget age-stale' : 'line-budget'}
      title={meaning}
      aria-label={meaning}
      role="img"
    >
      {lines.used}/{lines.limit}
      {lines.waiting > 0 && ` · ${lines.waiting} wait`}
    </span>
  );
}
