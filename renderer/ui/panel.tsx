import { createContext, type ReactNode, useContext } from 'react';
import { PanelBoundary } from './panel-boundary';
import { usePanelFrame } from './panel-frame';
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
  const frame = usePanelFrame();
  const label = frame !== null && frame.ordinal > 1 ? `${name} ${frame.ordinal}` : name;
  const grab = frame?.onGrab ?? undefined;
  // Under a tab that says the name, a header with nothing else in it is left out.
  const bare =
    frame?.tabbed === true && lead === null && isEmpty(title) && isEmpty(actions) && isEmpty(state);
  return (
    <section className={`panel ${className ?? ''}`} aria-label={label} data-panel="" tabIndex={-1}>
      <header className={bare ? 'hidden-text' : 'panel-head'} onDoubleClick={frame?.onDoubleClick}>
        {lead}
        <h2
          className={frame?.tabbed === true ? 'hidden-text' : 'panel-name'}
          draggable={grab !== undefined}
          onDragStart={grab}
        >
          {label}
        </h2>
        {title}
        <div className="panel-actions">{actions}</div>
        <div className="panel-state">{state}</div>
        {frame?.tools}
      </header>
      <div className="panel-body">
        <PanelBoundary name={label}>{children}</PanelBoundary>
      </div>
    </section>
  );
}

const isEmpty = (node: ReactNode): boolean => node === undefined || node === null || node === false;
