import { useState } from 'react';
import type { DayLock, DayLockKind } from '../../../shared/domain/trading';
import { clockText } from '../../format/time-text';
import { useTrading } from '../../live/trading-feed';
import { useNow } from '../../ui/clock';
import { DayLockDialog } from './day-lock-dialog';
import { ReleaseDialog } from './release-dialog';
import './trading-guard.css';

/** What keeps orders from leaving, above the desk for as long as it does: the kill switch, a limit of the day. */
export function GuardBanner() {
  const trading = useTrading();
  const [releasing, setReleasing] = useState(false);
  const [lifting, setLifting] = useState<DayLockKind | null>(null);
  if (trading === null) return null;
  const { kill, dayLocks, strangeAccount } = trading;
  const lock = dayLocks.find(({ kind }) => kind === lifting);
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
      {strangeAccount !== null && (
        <div role="alert" className="guard-banner guard-banner-day">
          <span className="dot dot-wait" aria-hidden="true" />
          <p className="guard-banner-text">
            <strong>Account {strangeAccount} is selected at IBKR.</strong> This login does not list it:
            another program changed it. <span className="muted">Tickets stay with their account.</span>
          </p>
        </div>
      )}
      {dayLocks.map((each) => (
        <DayLockLine key={each.kind} lock={each} onLift={() => setLifting(each.kind)} />
      ))}
      {releasing && kill !== null && <ReleaseDialog kill={kill} onClose={() => setReleasing(false)} />}
      {lock !== undefined && <DayLockDialog lock={lock} onClose={() => setLifting(null)} />}
    </>
  );
}

function DayLockLine({ lock, onLift }: { readonly lock: DayLock; readonly onLift: () => void }) {
  const { why, sinceMs, untilMs, allowsClosing, liftsAtMs } = lock;
  const waitMs = (liftsAtMs ?? 0) - useNow();
  return (
    <div role="alert" className="guard-banner guard-banner-day">
      <span className="dot dot-wait" aria-hidden="true" />
      <p className="guard-banner-text">
        <strong>{allowsClosing ? 'Only closing orders go out.' : 'No more orders today.'}</strong> {why}{' '}
        <span className="muted">
          Since {clockText(sinceMs)}, until {clockText(untilMs)}. Cancelling works.
        </span>
      </p>
      {liftsAtMs === null ? (
        <button type="button" className="button" onClick={onLift}>
          Lift…
        </button>
      ) : (
        // Read once, not every second.
        <span className="muted" aria-live="off">
          Lifted in {Math.max(0, Math.ceil(waitMs / 1000))} s
        </span>
      )}
    </div>
  );
}
