import { type ReactNode, useState } from 'react';
import { barFacts, barSizes } from '../../../shared/domain/bar-sizes';
import type { ChartLineKind } from '../../../shared/domain/chart-line';
import { type ChartChoices, chartKinds } from '../../state/chart-choices';
import { Menu, type MenuItem, type MenuPlace } from '../../ui/menu';
import { SelectInput } from '../../ui/select-input';
import { kindWords, lineKinds, lineWords } from './chart-words';

/** One row of tools: what is drawn, and what is done with it. */
export function ChartToolbar({
  choices,
  choose,
  tool,
  onTool,
  aside,
  onAside,
  onSettings,
  more,
}: {
  readonly choices: ChartChoices;
  readonly choose: (part: Partial<ChartChoices>) => void;
  readonly tool: ChartLineKind | null;
  readonly onTool: (tool: ChartLineKind | null) => void;
  /** Which strip stands open. */
  readonly aside: 'compare' | 'notes' | null;
  readonly onAside: (aside: 'compare' | 'notes' | null) => void;
  readonly onSettings: () => void;
  readonly more: ReadonlyArray<MenuItem>;
}) {
  return (
    <div className="chart-tools" role="toolbar" aria-label="Chart tools">
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
      <Toggle
        name="Compare"
        on={aside === 'compare'}
        onToggle={() => onAside(aside === 'compare' ? null : 'compare')}
      >
        {choices.compared.length > 0 && <span className="tab-count">{choices.compared.length}</span>}
      </Toggle>
      <MenuButton
        name={tool === null ? 'Draw' : lineWords[tool]}
        pressed={tool !== null}
        items={[
          ...lineKinds.map((kind) => ({
            name: lineWords[kind],
            onPick: () => onTool(kind),
          })),
          {
            name: 'Put the tool away',
            newGroup: true,
            obstacle: tool === null ? 'No tool is in hand.' : null,
            onPick: () => onTool(null),
          },
        ]}
      />
      <Toggle
        name="Log"
        title={
          choices.compared.length > 0
            ? 'While symbols are compared the scale is percent.'
            : 'Logarithmic scale'
        }
        on={choices.log}
        disabled={choices.compared.length > 0}
        onToggle={() => choose({ log: !choices.log })}
      />
      <Toggle
        name="Extended"
        title="Bars outside regular trading hours too"
        on={choices.outsideRth}
        onToggle={() => choose({ outsideRth: !choices.outsideRth })}
      />
      <Toggle
        name="Notes"
        title="Lines and notes"
        on={aside === 'notes'}
        onToggle={() => onAside(aside === 'notes' ? null : 'notes')}
      />
      <MenuButton name="More" items={more} />
    </div>
  );
}

function Toggle({
  name,
  title,
  on,
  disabled = false,
  onToggle,
  children,
}: {
  readonly name: string;
  readonly title?: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onToggle: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <button
      type="button"
      className="button button-quiet"
      aria-pressed={on}
      title={title}
      disabled={disabled}
      onClick={onToggle}
    >
      {name}
      {children}
    </button>
  );
}

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
