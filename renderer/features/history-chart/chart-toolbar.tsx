import { type Ref, useState } from 'react';
import { barFacts, barSizes } from '../../../shared/domain/bar-sizes';
import type { ChartLineKind } from '../../../shared/domain/chart-line';
import { type ChartChoices, chartKinds } from '../../state/chart-choices';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { SelectInput } from '../../ui/select-input';
import { kindWords, lineKinds, lineWords } from './chart-words';

export type Aside = 'compare' | 'notes';

// What does not fit goes into “More”: widths are those of the tools in English at the usual text size.
const widthOfAll = 640;
const widthOfSome = 510;

/** One row of tools: what is drawn, and what is done with it. In a narrow panel the rarer ones are in the menu. */
export function ChartToolbar({
  rowRef,
  width,
  choices,
  choose,
  tool,
  onTool,
  aside,
  onAside,
  onSettings,
  more,
}: {
  readonly rowRef: Ref<HTMLDivElement>;
  /** Of the row, in pixels; 0 before it was measured. */
  readonly width: number;
  readonly choices: ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
  readonly tool: ChartLineKind | null;
  readonly onTool: (tool: ChartLineKind | null) => void;
  /** Which strip stands open. */
  readonly aside: Aside | null;
  readonly onAside: (aside: Aside | null) => void;
  readonly onSettings: () => void;
  readonly more: ReadonlyArray<MenuItem>;
}) {
  const comparing = choices.compared.length > 0;
  const toggles: ReadonlyArray<ToggleProps & { readonly rare: boolean }> = [
    {
      ...{ name: 'Compare', rare: false, on: aside === 'compare', count: choices.compared.length },
      onToggle: () => onAside(aside === 'compare' ? null : 'compare'),
    },
    {
      ...{ name: 'Log', rare: true, on: choices.log, title: 'Logarithmic scale' },
      ...(comparing ? { obstacle: 'While symbols are compared the scale is percent.' } : {}),
      onToggle: () => choose({ log: !choices.log }),
    },
    {
      ...{ name: 'Extended', rare: true, on: choices.outsideRth },
      title: 'Bars outside regular trading hours too',
      onToggle: () => choose({ outsideRth: !choices.outsideRth }),
    },
    {
      ...{ name: 'Notes', rare: true, on: aside === 'notes', title: 'Lines and notes' },
      onToggle: () => onAside(aside === 'notes' ? null : 'notes'),
    },
  ];
  const drawing: ReadonlyArray<MenuItem> = [
    ...lineKinds.map((kind) => ({ name: lineWords[kind], onPick: () => onTool(kind) })),
    {
      ...{ name: 'Put the tool away', newGroup: true },
      obstacle: tool === null ? 'No tool is in hand.' : null,
      onPick: () => onTool(null),
    },
  ];
  const fits = (rare: boolean): boolean => width === 0 || width >= (rare ? widthOfAll : widthOfSome);
  const hidden: ReadonlyArray<MenuItem> = [
    ...toggles
      .filter(({ rare }) => !fits(rare))
      .map(({ name, on, obstacle = null, onToggle }) => ({
        ...{ name: on ? `${name} ✓` : name, obstacle, onPick: onToggle },
      })),
    ...(fits(false) ? [] : drawing.map((item, at) => (at === 0 ? { ...item, newGroup: true } : item))),
  ];
  const [compare, ...others] = toggles.filter(({ rare }) => fits(rare));
  return (
    <div ref={rowRef} className="chart-tools" role="toolbar" aria-label="Chart tools">
      <SelectInput
        label="Bar size"
        labelHidden
        value={choices.bar}
        options={barSizes.map((size) => ({ value: size, text: barFacts[size].words }))}
        onValue={(bar) => choose({ bar })}
      />
      <SelectInput
        label="Chart type"
        labelHidden
        value={choices.kind}
        options={chartKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))}
        onValue={(kind) => choose({ kind })}
      />
      <button type="button" className="button button-quiet" aria-haspopup="dialog" onClick={onSettings}>
        Indicators
        {choices.indicators.length > 0 && <span className="tab-count">{choices.indicators.length}</span>}
      </button>
      {compare !== undefined && <Toggle {...compare} />}
      {fits(false) && (
        <MenuButton name={tool === null ? 'Draw' : lineWords[tool]} pressed={tool !== null} items={drawing} />
      )}
      {others.map((toggle) => (
        <Toggle key={toggle.name} {...toggle} />
      ))}
      <MenuButton
        name="More"
        pressed={!fits(false) && tool !== null}
        items={[...hidden, ...more.map((item, at) => (at === 0 ? { ...item, newGroup: true } : item))]}
      />
    </div>
  );
}

interface ToggleProps {
  readonly name: string;
  readonly on: boolean;
  readonly title?: string;
  /** Why it cannot be pressed. */
  readonly obstacle?: string;
  readonly count?: number;
  readonly onToggle: () => void;
}

const Toggle = ({ name, on, title, obstacle, count = 0, onToggle }: ToggleProps) => (
  <button
    type="button"
    className="button button-quiet"
    aria-pressed={on}
    title={obstacle ?? title}
    disabled={obstacle !== undefined}
    onClick={onToggle}
  >
    {name}
    {count > 0 && <span className="tab-count">{count}</span>}
  </button>
);

function MenuButton({
  name,
  items,
  pressed = false,
}: {
  readonly name: string;
  readonly items: ReadonlyArray<MenuItem>;
  readonly pressed?: boolean;
}) {
  const [at, setAt] = useState<MenuPlace | null>(null);
  return (
    <>
      <button
        type="button"
        className={pressed ? 'button button-quiet tool-held' : 'button button-quiet'}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom + 4 });
        }}
      >
        {name} <span aria-hidden="true">▾</span>
      </button>
      {at !== null && <Menu label={name} items={items} at={at} onClose={() => setAt(null)} />}
    </>
  );
}
