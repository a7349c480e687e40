import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection } from '../../../shared/domain/connection';
import { dateTimeText } from '../../format/time-text';
import { call } from '../../ipc/client';
import { connectionQueries, useConnectionChange } from '../../ipc/connection-queries';
import { Panel } from '../../ui/panel';
import { Skeleton } from '../../ui/skeleton';
import { CertificateDialog } from './certificate-dialog';
import { DiagnosticsDialog } from './diagnostics-dialog';
import { Doctor } from './doctor';
import { Profiles } from './profiles';
import './connection.css';

/** Where Portico is connected to, whether all is well on the way, and what else it could connect to. */
export function ConnectionPanel() {
  const { data: connection } = useQuery(connectionQueries.current());
  return (
    <Panel name="Connection">
      <div className="connection" tabIndex={0} role="group" aria-label="Connection details">
        <h3>The way to IBKR</h3>
        <Doctor />
        <DiagnosticsLine />
        {connection === undefined ? (
          <Skeleton rows={4} label="Loading the profiles" />
        ) : (
          <>
            <h3>Trust</h3>
            <TrustLine connection={connection} />
            <h3>Profiles</h3>
            <Profiles connection={connection} />
          </>
        )}
      </div>
    </Panel>
  );
}

function DiagnosticsLine() {
  const [reading, setReading] = useState(false);
  return (
    <p>
      <button type="button" className="button button-small" onClick={() => setReading(true)}>
        Diagnostics…
      </button>
      {reading && <DiagnosticsDialog onClose={() => setReading(false)} />}
    </p>
  );
}

function TrustLine({ connection: { trust, gatewayUrl } }: { readonly connection: Connection }) {
  const [looking, setLooking] = useState(false);
  const unpin = useConnectionChange(() => call('connection.unpin', {}));
  return (
    <div className="trust">
      <p>
        {trust.by === 'pin' && (
          <>
            Exactly one certificate is trusted for {gatewayUrl}, since {dateTimeText(trust.pinnedMs)}:{' '}
            <span className="mono selectable">{trust.fingerprint256}</span>
          </>
        )}
        {trust.by === 'file' && (
          <>
            Certificates signed by the authority in <span className="mono selectable">{trust.path}</span> are
            trusted.
          </>
        )}
        {trust.by === 'system' && 'Certificates signed by the authorities of this computer are trusted.'}
      </p>
      <button type="button" className="button button-small" onClick={() => setLooking(true)}>
        Look at the certificate
      </button>
      {trust.by === 'pin' && (
        <button
          type="button"
          className="button button-small"
          disabled={unpin.isPending}
          onClick={() => unpin.mutate(undefined)}
        >
          Trust it no longer
        </button>
      )}
      {looking && <CertificateDialog onClose={() => setLooking(false)} />}
    </div>
  );
}
