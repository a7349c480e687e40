import type { ReactNode } from 'react';
import { Explained, type Explanation } from './explain';
import './figure-strip.css';

export interface StripFigure {
  readonly name: string;
  readonly figure: ReactNode;
  readonly unit?: string | null;
  readonly below?: ReactNode;
  readonly explain?: () => Explanation;
}

/** What a panel answers first: a few figures over its content, the first one largest. */
export function FigureStrip({
  label,
  figures,
}: {
  readonly label: string;
  readonly figures: ReadonlyArray<StripFigure>;
}) {
  return (
    <dl className="figure-strip" aria-label={label}>
      {figures.map(({ name, figure, unit, below, explain }) => (
        <div key={name} className="strip-figure">
          <dt>{name}</dt>
          <dd className="strip-value">
            {explain === undefined ? figure : <Explained explain={explain}>{figure}</Explained>}
            {unit != null && <span className="unit">{unit}</span>}
          </dd>
          <dd className="strip-below">{below}</dd>
        </div>
      ))}
    </dl>
  );
}
