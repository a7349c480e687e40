import { Component, type ReactNode } from 'react';

interface State {
  readonly broken: Error | null;
}

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

/** One broken panel never blanks the desk. React offers boundaries as classes only. */
export class PanelBoundary extends Component<Props, State> {
  override readonly state: State = { broken: null };

  static getDerivedStateFromError(broken: Error): State {
    return { broken };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === null) return this.props.children;
    return (
      <div className="notice" role="alert">
        <p className="notice-title">The panel {this.props.name} stopped drawing.</p>
        <p>Nothing was sent to IBKR because of this; the other panels go on.</p>
        <p className="mono muted selectable">{broken.message.slice(0, 200)}</p>
        <button type="button" className="button" onClick={() => this.setState({ broken: null })}>
          Draw it again
        </button>
      </div>
    );
  }
}
