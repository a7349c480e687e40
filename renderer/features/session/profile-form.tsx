import { useState } from 'react';
import type { Profile } from '../../../shared/domain/connection';
import { SelectInput } from '../../ui/select-input';

type Kind = 'paper' | 'live';

/** A gateway of one's own: address, real money or not, and the file of the authority to trust, if there is one. */
export function ProfileForm({
  taken,
  busy,
  onSave,
}: {
  readonly taken: ReadonlyArray<string>;
  readonly busy: boolean;
  readonly onSave: (profile: Profile) => void;
}) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('paper');
  const [address, setAddress] = useState('https://localhost:5000');
  const [cacertPath, setCacertPath] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const save = (): void => {
    const gatewayUrl = gatewayUrlOf(address);
    const id = idOf(name);
    if (id === '') setProblem('Give the profile a name.');
    else if (taken.includes(id)) setProblem('There is a profile of that name.');
    else if (gatewayUrl === null)
      setProblem('The address must begin with https:// and name a host, such as https://localhost:5000.');
    else {
      setProblem(null);
      onSave({ ...{ id, name: name.trim(), kind, gatewayUrl }, cacertPath: cacertPath.trim() || null });
    }
  };
  return (
    <form
      className="profile-form"
      aria-label="New profile"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label="Name" text={name} onText={setName} placeholder="My gateway" />
      <SelectInput
        label="Trades"
        value={kind}
        options={[
          { value: 'paper', text: 'Paper money' },
          { value: 'live', text: 'Real money' },
        ]}
        onValue={setKind}
      />
      <Field label="Address of the gateway" text={address} onText={setAddress} />
      <Field
        label="CA file (PEM), if it has one"
        text={cacertPath}
        onText={setCacertPath}
        placeholder="none: the certificate is shown to you once"
      />
      <button type="submit" className="button button-primary" disabled={busy}>
        Add profile
      </button>
      {problem !== null && (
        <p role="alert" className="field-note">
          {problem}
        </p>
      )}
    </form>
  );
}

function Field({
  label,
  text,
  onText,
  placeholder,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly placeholder?: string;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        value={text}
        placeholder={placeholder}
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  );
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** With the gateway's base route where none was written. */
export function gatewayUrlOf(address: string): string | null {
  const url = parsed(address);
  if (url === null || url.protocol !== 'https:' || url.hostname === '') return null;
  return `${url.origin}${url.pathname === '/' ? '/v1/api' : url.pathname.replace(/\/$/, '')}`;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
