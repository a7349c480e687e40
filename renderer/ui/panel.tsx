import { createContext, type ReactNode, useContext } from 'react';
import { PanelBoundary } from './panel-boundary';
import './panel.css';

/** What whoever draws panels puts before each title: the chip of the link group. */
export const PanelLead = createContext<ReactNode>(null);

/** A panel's frame: slim header, content edge to edge, its own error boundary. F6 walks from one to the next. */
export function Panel({
  name,
  title,
  actions,
  state,
  className,
  children,
}: {
  readonly name: string;
  /** Beside the name: the symbol, a chooser. */
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  /** At the right end: age and data state. */
  readonly state?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const lead = useContext(PanelLead);
  return (
    <section className={`panel ${className ?? ''}`} aria-label={name} data-panel="" tabIndex={-1}>
      <header className="panel-head">
        {lead}
        <h2 className="panel-name">{name}</h2>
        {title}
        <div className="panel-actions">{actions}</div>
        <div className="panel-state">{state}</div>
      </header>
      <div className="panel-body">
        <PanelBoundary name={name}>{children}</PanelBoundary>
      </div>
    </section>
  );
}
