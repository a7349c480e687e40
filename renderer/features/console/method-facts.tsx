import type { ConsoleMethod } from '../../../shared/domain/console';
import { CodeText } from './code-text';

/** What a method is for, what it answers, how often it may be asked and where that is written. */
export function MethodFacts({ method }: { readonly method: ConsoleMethod }) {
  return (
    <>
      <header className="console-title">
        <h3 className="mono">{method.name}</h3>
        <span className="badge">{method.verb}</span>
        <span className="mono muted selectable">{method.path}</span>
        {method.danger !== null && (
          <span className="badge badge-warn">{dangerWords[method.danger.kind]}</span>
        )}
      </header>
      <p className="console-purpose">
        <CodeText text={method.purpose} />
      </p>
      <dl className="console-facts">
        <Fact name="Returns" text={method.returns} />
        <Fact name="Errors" text={method.errors} />
        <Fact name="Pacing" text={method.pacing} />
        {method.preflight !== null && <Fact name="Before it" text={method.preflight} />}
        {method.danger !== null && <Fact name="Take care" text={method.danger.consequence} />}
        <Fact name="Source" text={method.source} />
      </dl>
    </>
  );
}

const dangerWords = {
  order: 'by the desk',
  session: 'session',
  cost: 'costs money',
  write: 'writes',
} as const;

const Fact = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <CodeText text={text} />
    </dd>
  </div>
);
