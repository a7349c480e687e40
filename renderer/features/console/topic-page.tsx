import { useEffect, useState } from 'react';
import type { ConsoleFrame, ConsoleTopic } from '../../../shared/domain/console';
import { clockText } from '../../format/time-text';
import { watch } from '../../ipc/client';
import { ArgumentFields } from './argument-fields';
import { argumentsOf, textsOf } from './argument-text';

const kept = 200;

/** One websocket topic: subscribed while this page stands and Stop was not pressed. */
export function TopicPage({ topic }: { readonly topic: ConsoleTopic }) {
  const [texts, setTexts] = useState(() => textsOf(topic.parameters, topic.example) ?? {});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [subscribed, setSubscribed] = useState<string | null>(null);
  const [frames, setFrames] = useState<ReadonlyArray<ConsoleFrame & { readonly number: number }>>([]);

  useEffect(() => {
    if (subscribed === null) return undefined;
    return watch('console.watch', { topic: topic.name, argumentsJson: subscribed }, (frame) =>
      setFrames((before) => [{ ...frame, number: (before[0]?.number ?? 0) + 1 }, ...before].slice(0, kept)),
    );
  }, [subscribed, topic.name]);

  return (
    <article className="console-page" aria-label={`Topic ${topic.name}`}>
      <div className="console-ask">
        <header className="console-title">
          <h3 className="mono">{topic.name}</h3>
          <span className="badge">WSS</span>
        </header>
        <p className="console-purpose">{topic.purpose}</p>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const built = argumentsOf(topic.parameters, texts);
            setProblems(built.ok ? {} : built.problems);
            if (!built.ok) return;
            setFrames([]);
            setSubscribed(built.json);
          }}
        >
          <ArgumentFields
            parameters={topic.parameters}
            texts={texts}
            problems={problems}
            onText={(field, text) => setTexts((before) => ({ ...before, [field]: text }))}
          />
          <div className="console-run">
            <button type="submit" className="button button-primary">
              Subscribe
            </button>
            <button
              type="button"
              className="button"
              disabled={subscribed === null}
              onClick={() => setSubscribed(null)}
            >
              Stop
            </button>
            <span className="muted" role="status">
              {subscribed === null ? 'Not subscribed' : 'Subscribed'}
            </span>
          </div>
        </form>
      </div>
      <section className="console-answer" aria-label="Frames">
        <ol
          className="console-text console-frames mono selectable"
          tabIndex={0}
          aria-label="Frames, newest first"
        >
          {frames.map((frame) => (
            <li key={frame.number}>
              <span className="muted">{clockText(frame.atMs)}</span> {frame.json}
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}
