import './sparkline.css';

const [width, height] = [100, 24];

/** A small line without axes; `base` is drawn as a dashed level. Its figures stand beside it, so it says nothing aloud. */
export function Sparkline({
  values,
  base,
}: {
  readonly values: ReadonlyArray<number>;
  readonly base: number | null;
}) {
  if (values.length < 2) return null;
  const all = base === null ? values : [...values, base];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number): number =>
    high === low ? height / 2 : height - 2 - ((value - low) / (high - low)) * (height - 4);
  const points = values
    .map((value, index) => `${(index / (values.length - 1)) * width},${y(value)}`)
    .join(' ');
  const last = values.at(-1) ?? 0;
  const tone = base === null || last === base ? 'flat' : last > base ? 'up' : 'down';
  return (
    <svg
      className={`sparkline tone-${tone}`}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {base !== null && <line x1="0" x2={width} y1={y(base)} y2={y(base)} className="sparkline-base" />}
      <polyline points={points} fill="none" stroke="currentColor" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
