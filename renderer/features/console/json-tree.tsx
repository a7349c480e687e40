import { useState } from 'react';

const shownAtOnce = 200;

/** A JSON value that opens branch by branch, on the platform's own `details`. */
export function JsonTree({ value }: { readonly value: unknown }) {
  return (
    <div className="json-tree selectable" role="group" aria-label="Answer as a tree">
      <Branch name={null} value={value} openAtFirst />
    </div>
  );
}

function Branch({
  name,
  value,
  openAtFirst = false,
}: {
  readonly name: string | null;
  readonly value: unknown;
  readonly openAtFirst?: boolean;
}) {
  const [open, setOpen] = useState(openAtFirst);
  const [limit, setLimit] = useState(shownAtOnce);
  if (typeof value !== 'object' || value === null) {
    return (
      <p className="json-leaf">
        {name !== null && <span className="json-name">{name}</span>}
        <Leaf value={value} />
      </p>
    );
  }
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  const size = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  return (
    <details
      className="json-branch"
      open={open}
      onToggle={(event) => {
        event.stopPropagation();
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="json-name">{name ?? 'answer'}</span>
        <span className="muted">{size}</span>
      </summary>
      {open && (
        <div className="json-inside">
          {entries.slice(0, limit).map(([key, member]) => (
            <Branch key={key} name={key} value={member} openAtFirst={entries.length === 1} />
          ))}
          {entries.length > limit && (
            <button type="button" className="link-button" onClick={() => setLimit(limit + shownAtOnce)}>
              {entries.length - limit} more
            </button>
          )}
        </div>
      )}
    </details>
  );
}

function Leaf({ value }: { readonly value: unknown }) {
  const kind = value === null ? 'null' : typeof value;
  return <span className={`json-${kind}`}>{JSON.stringify(value) as string | undefined}</span>;
}
