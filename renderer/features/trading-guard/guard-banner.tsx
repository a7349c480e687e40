import { useState } from 'react';
import { clockText } from '../../format/time-text';
import { useTrading } from '../../live/trading-feed';
import { ReleaseDialog } from './release-dialog';
import './trading-guard.css';

/** What keeps every order from leaving, above the desk for as long as it does: the kill switch, a broken journal. */
export function GuardBanner() {
  const trading = useTrading();
  const [releasing, setReleasing] = useState(false);
  if (trading === null) return null;
  const { kill, storeTrouble } = trading;
  return (
    <>
      {kill !== null && (
        <div role="alert" className="guard-banner">
          <span className="dot dot-bad" aria-hidden="true" />
          <p className="guard-banner-text">
            <strong>Trading is stopped.</strong> {kill.why}{' '}
            <span className="muted">Since {clockText(kill.sinceMs)}.</span>
            {kill.cancelling !== null && (
              <span className="guard-progress">
                {' '}
                {kill.cancelling.sentence}
                {kill.cancelling.running && <span className="muted"> Still checking.</span>}
              </span>
            )}
          </p>
          <button type="button" className="button" onClick={() => setReleasing(true)}>
            Release
          </button>
        </div>
      )}
      {storeTrouble !== null && (
        <div role="alert" className="guard-banner">
          <span className="dot dot-bad" aria-hidden="true" />
          <p className="guard-banner-text">
            <strong>Orders cannot be written down, so none is sent.</strong> {storeTrouble}
          </p>
        </div>
      )}
      {releasing && kill !== null && <ReleaseDialog kill={kill} onClose={() => setReleasing(false)} />}
    </>
  );
}
