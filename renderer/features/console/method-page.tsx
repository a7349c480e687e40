import { useState } from 'react';
import type { ConsoleMethod } from '../../../shared/domain/console';
import { failureOf } from '../../ipc/client';
import { AnswerView } from './answer-view';
import { ArgumentFields } from './argument-fields';
import { argumentsOf, textsOf } from './argument-text';
import { DangerDialog } from './danger-dialog';
import { MethodFacts } from './method-facts';
import { useOrderHandOff } from './order-hand-off';
import { useConsoleRun } from './use-console-run';

/** One method: its documentation, its form, its answer. */
export function MethodPage({
  method,
  argumentsJson,
}: {
  readonly method: ConsoleMethod;
  readonly argumentsJson: string;
}) {
  const { parameters, danger, name } = method;
  const [texts, setTexts] = useState(() => textsOf(parameters, argumentsJson) ?? {});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<string | null>(null);
  const run = useConsoleRun(name);
  const handOff = useOrderHandOff(name);
  const failure = failureOf(run.error);

  const submit = (): void => {
    const built = argumentsOf(parameters, texts);
    setProblems(built.ok ? {} : built.problems);
    if (!built.ok) return;
    if (danger?.kind === 'order' && name !== 'cancelOrder') void handOff.open(built.json);
    else if (danger === null) run.mutate({ argumentsJson: built.json, confirmed: false });
    else setAsked(built.json);
  };
  const confirm = (json: string): void => {
    if (danger?.kind === 'order') void handOff.open(json);
    else run.mutate({ argumentsJson: json, confirmed: true });
  };

  return (
    <article className="console-page" aria-label={`Method ${name}`}>
      <div className="console-ask">
        <MethodFacts method={method} />
        <form
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <ArgumentFields
            parameters={parameters}
            texts={texts}
            problems={problems}
            onText={(field, text) => setTexts((before) => ({ ...before, [field]: text }))}
          />
          <div className="console-run">
            <button
              type="submit"
              className="button button-primary"
              disabled={run.isPending}
              aria-busy={run.isPending}
            >
              {handOff.action ?? 'Run'}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => setTexts(textsOf(parameters, method.example) ?? {})}
            >
              Example
            </button>
            {run.isPending && (
              <span className="muted" role="status">
                Asking the gateway …
              </span>
            )}
            {handOff.said !== null && <span role="status">{handOff.said}</span>}
            {failure !== null && (
              <span className="field-note" role="alert">
                {failure.message} {failure.meaning} {failure.action}
              </span>
            )}
          </div>
        </form>
      </div>
      {run.data !== undefined && <AnswerView key={run.data.atMs} answer={run.data} />}
      {asked !== null && danger !== null && (
        <DangerDialog
          method={name}
          danger={danger}
          onRun={() => confirm(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </article>
  );
}
