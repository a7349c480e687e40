import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import './tabs.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly count?: number | null;
}

/** ARIA tabs in a panel's header: one tab stop, arrows change the tab. `group` joins them to their `TabPanel`. */
export function TabList<Id extends string>({
  group,
  label,
  tabs,
  active,
  onActive,
}: {
  readonly group: string;
  readonly label: string;
  readonly tabs: ReadonlyArray<TabItem<Id>>;
  readonly active: Id;
  readonly onActive: (id: Id) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent): void => {
    const steps = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab.id === active);
    const next = steps === undefined ? undefined : tabs.at((at + steps) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    onActive(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div ref={list} className="tab-list" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          id={`${group}-${tab.id}`}
          className="tab"
          aria-selected={tab.id === active}
          aria-controls={`${group}-panel`}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onActive(tab.id)}
        >
          {tab.name}
          {tab.count != null && tab.count > 0 && <span className="tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({
  group,
  active,
  children,
}: {
  readonly group: string;
  readonly active: string;
  readonly children: ReactNode;
}) {
  return (
    <div id={`${group}-panel`} className="tab-panel" role="tabpanel" aria-labelledby={`${group}-${active}`}>
      {children}
    </div>
  );
}
