import { useState } from 'react';
import { saveText } from '../../ipc/files';
import { AmountsChoice } from '../../live/amounts-choice';
import { changePositionsView, groupings, usePositionsView } from '../../state/positions-view';
import { switchDiscreet } from '../../state/workspace-store';
import { currentMs } from '../../ui/clock';
import { useMoney } from '../../ui/discreet';
import { Menu, type MenuPlace } from '../../ui/menu';
import { SelectInput } from '../../ui/select-input';
import { groupingNames } from './position-names';
import type { PositionRow } from './position-row';
import { positionsCsv } from './positions-csv';

/** The panel's quiet actions: currency, groups, and a menu of the rest. */
export function PortfolioTools({
  base,
  rows,
  about,
  onColumns,
  onRefresh,
  onProblem,
}: {
  readonly base: string | null;
  /** As the table shows them, for the export. */
  readonly rows: () => ReadonlyArray<PositionRow>;
  readonly about: string;
  readonly onColumns: () => void;
  readonly onRefresh: () => void;
  readonly onProblem: (message: string) => void;
}) {
  const { grouping, showClosed } = usePositionsView();
  const { hidden } = useMoney();
  const [at, setAt] = useState<MenuPlace | null>(null);

  const exportCsv = async (): Promise<void> => {
    const now = new Date(currentMs());
    const text = positionsCsv(rows(), [
      ['Portico positions', about],
      ['written', now.toISOString()],
      ['zone', 'UTC'],
    ]);
    const result = await saveText(`positions ${now.toISOString().slice(0, 10)}.csv`, text);
    if (!result.ok) onProblem(`${result.error.message} ${result.error.action}`);
  };

  return (
    <>
      <AmountsChoice base={base} />
      <SelectInput
        label="Group the positions"
        labelHidden
        value={grouping}
        options={groupings.map((value) => ({ value, text: groupingNames[value] }))}
        onValue={(value) => changePositionsView({ grouping: value })}
      />
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { right, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: right - 210, y: bottom + 4 });
        }}
      >
        View
      </button>
      {at !== null && (
        <Menu
          label="View of the portfolio"
          at={at}
          onClose={() => setAt(null)}
          items={[
            { name: 'Columns…', onPick: onColumns },
            {
              name: showClosed ? 'Hide closed positions' : 'Show closed positions',
              onPick: () => changePositionsView({ showClosed: !showClosed }),
            },
            { name: hidden ? 'Show amounts' : 'Hide amounts', onPick: switchDiscreet },
            { name: 'Read again from IBKR', newGroup: true, onPick: onRefresh },
            {
              name: 'Export as CSV…',
              obstacle: hidden ? 'Amounts are hidden: show them first.' : null,
              onPick: () => void exportCsv(),
            },
          ]}
        />
      )}
    </>
  );
}
