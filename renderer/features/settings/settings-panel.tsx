import { Fragment, useState } from 'react';
import { defaultPreferences } from '../../../shared/domain/preferences';
import { showGuardDialog } from '../../state/guard-requests';
import { changePreferences } from '../../state/preferences';
import { Panel } from '../../ui/panel';
import { ChangeSample } from './change-sample';
import { SettingField } from './setting-field';
import { settingSections } from './setting-rows';
import { exportSettings, importSettings } from './settings-file';
import './settings.css';

/** Everything a person may want otherwise. Each choice holds at once, in every window. */
export function SettingsPanel() {
  const [message, setMessage] = useState<string | null>(null);
  return (
    <Panel name="Settings">
      <div className="settings">
        <div className="settings-columns">
          {settingSections.map(({ title, rows }) => (
            <section key={title} className="settings-section" aria-label={title}>
              <h3>{title}</h3>
              {rows.map((row) => (
                <Fragment key={row.name}>
                  <SettingField row={row} onFailure={setMessage} />
                  {row.name === 'change' && <ChangeSample />}
                </Fragment>
              ))}
            </section>
          ))}
          <section className="settings-section" aria-label="Trading">
            <h3>Trading</h3>
            <p className="setting-hint">
              Limits belong to the profile, not to the desk: tighter ones hold at once, looser ones after a
              minute.
            </p>
            <div className="settings-buttons">
              <button type="button" className="button" onClick={() => showGuardDialog('limits')}>
                Limits…
              </button>
              <button type="button" className="button" onClick={() => showGuardDialog('questions')}>
                IBKR’s questions…
              </button>
            </div>
          </section>
          <section className="settings-section" aria-label="Data">
            <h3>Data</h3>
            <p className="setting-hint">
              Settings, layouts and notes stay on this computer. No file of Portico’s ever holds a password.
            </p>
            <div className="settings-buttons">
              <button type="button" className="button" onClick={() => void exportSettings().then(setMessage)}>
                Export settings…
              </button>
              <button type="button" className="button" onClick={() => void importSettings().then(setMessage)}>
                Import settings…
              </button>
              <button
                type="button"
                className="button"
                onClick={() =>
                  void changePreferences(defaultPreferences).then((kept) =>
                    setMessage(kept.ok ? 'All settings are as in a new desk.' : kept.error.message),
                  )
                }
              >
                Reset all settings
              </button>
            </div>
          </section>
        </div>
        <p className="settings-message" role="status">
          {message}
        </p>
      </div>
    </Panel>
  );
}
