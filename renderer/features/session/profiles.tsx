import { useState } from 'react';
import type { Connection, Profile } from '../../../shared/domain/connection';
import { call, failureOf } from '../../ipc/client';
import { useConnectionChange } from '../../ipc/connection-queries';
import { Dialog } from '../../ui/dialog';
import { ProfileForm } from './profile-form';

const kinds = { practice: 'PRACTICE', paper: 'PAPER', live: 'LIVE' } as const;

/** The gateways this user knows. Using another one starts Portico again, so that nothing of two users mixes. */
export function Profiles({ connection }: { readonly connection: Connection }) {
  const [asked, setAsked] = useState<Profile | null>(null);
  const save = useConnectionChange((profile: Profile) => call('connection.saveProfile', profile));
  const remove = useConnectionChange((id: string) => call('connection.removeProfile', { id }));
  const use = useConnectionChange((id: string) => call('connection.useProfile', { id }));
  const failure = failureOf(save.error) ?? failureOf(remove.error) ?? failureOf(use.error);
  return (
    <section aria-label="Profiles" className="profiles">
      <ul className="profile-list">
        {connection.activeId === null && (
          <li>
            <strong>From the command line</strong>
            <span className="mono muted">{connection.gatewayUrl}</span>
            <span className="badge">in use</span>
          </li>
        )}
        {connection.profiles.map((profile) => (
          <li key={profile.id}>
            <strong>{profile.name}</strong>
            <span className="badge">{kinds[profile.kind]}</span>
            <span className="mono muted">{profile.gatewayUrl ?? 'starts with Portico'}</span>
            {profile.id === connection.activeId ? (
              <span className="badge">in use</span>
            ) : (
              <button
                type="button"
                className="button button-small"
                aria-label={`Use ${profile.name}`}
                onClick={() => setAsked(profile)}
              >
                Use
              </button>
            )}
            {profile.id !== 'practice' && profile.id !== connection.activeId && (
              <button
                type="button"
                className="button button-small button-quiet"
                aria-label={`Remove ${profile.name}`}
                onClick={() => remove.mutate(profile.id)}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      {failure !== null && (
        <p role="alert" className="field-note">
          {failure.message} {failure.action}
        </p>
      )}
      <h3>Add your own gateway</h3>
      <ol className="first-run">
        <li>Download IBKR’s Client Portal Gateway and unpack it; it needs Java.</li>
        <li>Start it in a terminal: bin/run.sh root/conf.yaml (on Windows bin\run.bat root\conf.yaml).</li>
        <li>
          Add it here, use it, and log in by the button that appears; the login itself is IBKR’s own page.
        </li>
      </ol>
      <ProfileForm
        taken={connection.profiles.map(({ id }) => id)}
        busy={save.isPending}
        onSave={save.mutate}
      />
      {asked !== null && (
        <Dialog name={`Use ${asked.name}`} role="alertdialog" onClose={() => setAsked(null)}>
          <header className="dialog-head">
            <h2>Use {asked.name}</h2>
            <span className="badge badge-mode">{kinds[asked.kind]}</span>
          </header>
          <div className="dialog-body">
            <p>
              Portico starts again with this gateway. Working orders stay at IBKR; a ticket that was not sent
              is lost.
              {asked.kind === 'live' && ' It starts read-only: arm it when you mean to trade.'}
            </p>
          </div>
          <footer className="dialog-foot">
            <button type="button" className="button" onClick={() => setAsked(null)}>
              Back
            </button>
            <button
              type="button"
              className="button button-primary"
              disabled={use.isPending}
              onClick={() => use.mutate(asked.id)}
            >
              Start again with {asked.name}
            </button>
          </footer>
        </Dialog>
      )}
    </section>
  );
}
