import { useState } from 'react';
import { Menu, type MenuPlace } from './menu';
import './link-chip.css';

/** Which link group a panel is in: letter and colour. Opens the list of groups. */
export function LinkChip<Group extends string>({
  panel,
  group,
  groups,
  onGroup,
}: {
  /** The panel's title, for its name. */
  readonly panel: string;
  readonly group: Group | null;
  readonly groups: ReadonlyArray<Group>;
  readonly onGroup: (group: Group | null) => void;
}) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  const label = group === null ? `${panel}: not linked` : `${panel}: link group ${group}`;
  return (
    <>
      <button
        type="button"
        className="link-chip"
        data-group={group ?? ''}
        aria-label={label}
        aria-haspopup="menu"
        title={`${label}. Panels of one group show one symbol.`}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        {group ?? '—'}
      </button>
      {at !== null && (
        <Menu
          label={`Link group of ${panel}`}
          at={at}
          onClose={() => setAt(null)}
          items={[
            ...groups.map((one) => ({
              name: one === group ? `Group ${one} (now)` : `Group ${one}`,
              onPick: () => onGroup(one),
            })),
            { name: 'Not linked', newGroup: true, onPick: () => onGroup(null) },
          ]}
        />
      )}
    </>
  );
}
