import { type MouseEvent, useState } from 'react';
import type { OrderPhase } from '../../../shared/domain/order';
import type { Side } from '../../../shared/domain/order-draft';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { SelectInput } from '../../ui/select-input';
import { TextInput } from '../../ui/text-input';
import type { BlotterFilter } from './blotter-filter';
import { phaseWords } from './order-lists';

// Object.keys forgets the type of the keys.
const phases = Object.keys(phaseWords) as OrderPhase[];

/** What the lists show, and what can be done with several orders at once. */
export function BlotterTools({
  filter,
  onFilter,
  anyState,
  items,
  cancel,
}: {
  readonly filter: BlotterFilter;
  readonly onFilter: (filter: BlotterFilter) => void;
  /** The list shown mixes states. */
  readonly anyState: boolean;
  readonly items: ReadonlyArray<MenuItem>;
  readonly cancel: {
    readonly name: string;
    readonly obstacle: string | null;
    readonly onPress: () => void;
  } | null;
}) {
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  return (
    <>
      <div className="blotter-filter">
        <TextInput
          label="Filter by symbol"
          labelHidden
          placeholder="Filter"
          text={filter.text}
          onText={(text) => onFilter({ ...filter, text })}
        />
        <SelectInput<Side | 'both'>
          label="Side shown"
          labelHidden
          value={filter.side}
          options={[
            { value: 'both', text: 'Both sides' },
            { value: 'BUY', text: 'Buys' },
            { value: 'SELL', text: 'Sells' },
          ]}
          onValue={(side) => onFilter({ ...filter, side })}
        />
        {anyState && (
          <SelectInput<OrderPhase | 'any'>
            label="State shown"
            labelHidden
            value={filter.phase}
            options={[
              { value: 'any', text: 'Any state' },
              ...phases.map((value) => ({ value, text: phaseWords[value] })),
            ]}
            onValue={(phase) => onFilter({ ...filter, phase })}
          />
        )}
      </div>
      {cancel !== null && (
        <button
          type="button"
          className="button button-quiet"
          disabled={cancel.obstacle !== null}
          title={cancel.obstacle ?? undefined}
          onClick={cancel.onPress}
        >
          {cancel.name}
        </button>
      )}
      <button
        type="button"
        className="button button-quiet"
        aria-label="More for orders"
        aria-haspopup="menu"
        onClick={(event: MouseEvent<HTMLElement>) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: left, y: bottom + 4 });
        }}
      >
        ⋯
      </button>
      {menu !== null && (
        <Menu label="More for orders" items={items} at={menu} onClose={() => setMenu(null)} />
      )}
    </>
  );
}
