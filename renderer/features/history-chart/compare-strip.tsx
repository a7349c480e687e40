import type { ReactNode } from 'react';
import type { InstrumentMatch } from '../../../shared/domain/instrument';
import { type ChartChoices, maxCompared } from '../../state/chart-choices';

export type SearchBox = (onPick: (match: InstrumentMatch) => void) => ReactNode;

/** Chooses the symbols drawn beside this one, in percent from the left edge. */
export function CompareStrip({
  symbol,
  choices,
  choose,
  searchBox,
}: {
  readonly symbol: string;
  readonly choices: ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
  /** The search of another feature, lent by the app. */
  readonly searchBox: SearchBox;
}) {
  const { compared } = choices;
  return (
    <div className="compare-strip">
      {compared.length < maxCompared &&
        searchBox(({ conid, symbol: other }) => {
          if (compared.every((one) => one.conid !== conid))
            choose({ compared: [...compared, { conid, symbol: other }] });
        })}
      <p className="muted">
        {symbol} in percent against{compared.length === 0 ? ' up to five others.' : ''}
      </p>
      {compared.map((one) => (
        <button
          key={one.conid}
          type="button"
          className="button button-small"
          aria-label={`Stop comparing ${one.symbol}`}
          onClick={() => choose({ compared: compared.filter(({ conid }) => conid !== one.conid) })}
        >
          {one.symbol} <span aria-hidden="true">✕</span>
        </button>
      ))}
    </div>
  );
}
