import { type KeyboardEvent, useRef, useState } from 'react';
import type { ConsoleCatalogue, ConsoleMethod } from '../../../shared/domain/console';
import { TextInput } from '../../ui/text-input';
import type { Chosen } from './console-panel';

interface Entry {
  readonly chosen: Chosen;
  readonly group: string;
  readonly name: string;
  readonly badge: string;
}

const areaTitles: Readonly<Record<string, string>> = {
  accounts: 'Accounts',
  contracts: 'Contracts',
  marketData: 'Market data',
  orders: 'Orders',
  portfolio: 'Portfolio',
  scanners: 'Scanners',
  session: 'Session',
  watchlists: 'Watchlists',
};

/** Methods by area, topics, and what was run; typing narrows by name, path and purpose. Arrows walk. */
export function MethodList({
  catalogue,
  chosen,
  onChoose,
  runs,
}: {
  readonly catalogue: ConsoleCatalogue;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly runs: number;
}) {
  const [sought, setSought] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const entries = entriesOf(catalogue, sought.trim().toLowerCase());
  const isChosen = (entry: Entry): boolean =>
    entry.chosen.kind === chosen.kind &&
    (chosen.kind === 'history' || (entry.chosen.kind !== 'history' && entry.chosen.name === chosen.name));
  const stop = entries.find(isChosen) ?? entries[0];

  const walk = (event: KeyboardEvent): void => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const here = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all.at(Math.max(0, Math.min(next, all.length - 1)))?.focus();
  };

  return (
    <nav className="console-list" aria-label="Methods and topics">
      <div className="console-search">
        <TextInput
          label="Find a method"
          labelHidden
          placeholder="Find a method"
          text={sought}
          onText={setSought}
        />
        <button
          type="button"
          className="button button-quiet"
          aria-pressed={chosen.kind === 'history'}
          onClick={() => onChoose({ kind: 'history' })}
        >
          History{runs > 0 && ` ${runs}`}
        </button>
      </div>
      <div ref={list} className="console-names" onKeyDown={walk}>
        {entries.length === 0 && <p className="muted console-none">No method has “{sought}”.</p>}
        {entries.map((entry, index) => (
          <div key={`${entry.group} ${entry.name}`}>
            {entries[index - 1]?.group !== entry.group && <h3 className="console-area">{entry.group}</h3>}
            <button
              type="button"
              className="console-name"
              aria-current={isChosen(entry)}
              tabIndex={entry === stop ? 0 : -1}
              onClick={() => onChoose(entry.chosen)}
            >
              {entry.name}
              <span className="console-verb" aria-hidden="true">
                {entry.badge}
              </span>
            </button>
          </div>
        ))}
      </div>
    </nav>
  );
}

function entriesOf({ methods, topics }: ConsoleCatalogue, sought: string): ReadonlyArray<Entry> {
  const fits = (...texts: ReadonlyArray<string>): boolean =>
    texts.some((text) => text.toLowerCase().includes(sought));
  const ofMethod = (method: ConsoleMethod): Entry => ({
    chosen: { kind: 'method', name: method.name },
    group: method.extra ? 'Beyond the reference' : (areaTitles[method.area] ?? method.area),
    name: method.name,
    badge: method.verb,
  });
  const shown = methods.filter(({ name, path, purpose }) => fits(name, path, purpose));
  return [
    ...shown.filter(({ extra }) => !extra).map(ofMethod),
    ...shown.filter(({ extra }) => extra).map(ofMethod),
    ...topics
      .filter(({ name, purpose }) => fits(name, purpose))
      .map(({ name }) => ({
        chosen: { kind: 'topic' as const, name },
        group: 'Websocket topics',
        name,
        badge: 'WSS',
      })),
  ];
}
