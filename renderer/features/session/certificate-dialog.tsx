import { useQuery } from '@tanstack/react-query';
import type { CertificateFacts } from '../../../shared/domain/connection';
import { dateTimeText } from '../../format/time-text';
import { call, failureOf } from '../../ipc/client';
import { connectionQueries, useConnectionChange } from '../../ipc/connection-queries';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';

/** The certificate the gateway shows, to be compared by a person, and the one press that trusts it. */
export function CertificateDialog({ onClose }: { readonly onClose: () => void }) {
  const shown = useQuery(connectionQueries.certificate());
  const { data: connection } = useQuery(connectionQueries.current());
  const settled = useSettled();
  const pin = useConnectionChange((fingerprint256: string) => call('connection.pin', { fingerprint256 }));
  const failure = failureOf(pin.error) ?? failureOf(shown.error);
  const pinned = connection?.trust.by === 'pin' ? connection.trust.fingerprint256 : null;
  const same = shown.data !== undefined && pinned === shown.data.fingerprint256;
  return (
    <Dialog name="The gateway’s certificate" role="alertdialog" onClose={onClose} className="certificate">
      <header className="dialog-head">
        <h2>The gateway’s certificate</h2>
      </header>
      <div className="dialog-body">
        {shown.isPending && <p role="status">Reading it …</p>}
        {shown.data !== undefined && (
          <>
            <Facts facts={shown.data} />
            {pinned !== null && !same && (
              <p role="alert" className="certificate-changed">
                You trusted another one: <span className="mono">{pinned}</span>. If you did not change the
                gateway’s certificate yourself, another program may be standing in for it. Do not go on.
              </p>
            )}
            {shown.data.selfSigned && (
              <p className="certificate-stock">
                Nobody but itself vouches for this certificate. If you did not make it, it is the one shipped
                with every gateway: its private key is public, so any program on this computer could show it
                too. Better give the gateway a certificate of your own (its file is named in root/conf.yaml as
                sslCert).
              </p>
            )}
          </>
        )}
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} {failure.meaning} {failure.action}
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button
          type="button"
          className="button button-danger"
          disabled={shown.data === undefined || same || !settled || pin.isPending}
          onClick={() => {
            if (shown.data !== undefined) pin.mutate(shown.data.fingerprint256, { onSuccess: onClose });
          }}
        >
          {same ? 'Trusted already' : 'I compared it: trust this certificate'}
        </button>
      </footer>
    </Dialog>
  );
}

function Facts({ facts }: { readonly facts: CertificateFacts }) {
  return (
    <dl className="certificate-facts selectable">
      <div>
        <dt>SHA-256</dt>
        <dd className="mono">{facts.fingerprint256}</dd>
      </div>
      <div>
        <dt>Issued to</dt>
        <dd>{facts.subject}</dd>
      </div>
      <div>
        <dt>Issued by</dt>
        <dd>{facts.selfSigned ? 'itself' : facts.issuer}</dd>
      </div>
      <div>
        <dt>Valid</dt>
        <dd>
          {dateTimeText(facts.validFromMs)} to {dateTimeText(facts.validToMs)}
        </dd>
      </div>
    </dl>
  );
}
