import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LinkedInstrument } from '../../state/linked-instrument';
import { priceText, quantityText } from '../../format/number-text';
import { call, failureOf } from '../../ipc/client';
import { ContractTime } from '../../live/contract-time';
import { useReady } from '../../live/session-feed';
import { Dialog } from '../../ui/dialog';
import { useSettled } from '../../ui/use-settled';

/** A consolidated quote that costs money: asked for in a dialog that says how much, once per press. */
export function RegulatorySnapshot({ conid, symbol }: LinkedInstrument) {
  const [open, setOpen] = useState(false);
  const ready = useReady();
  return (
    <>
      <button
        type="button"
        className="button button-quiet"
        disabled={!ready}
        title="A regulatory snapshot costs 0.01 USD: a dialog asks first"
        onClick={() => setOpen(true)}
      >
        Snapshot…
      </button>
      {open && <SnapshotDialog conid={conid} symbol={symbol} onClose={() => setOpen(false)} />}
    </>
  );
}

function SnapshotDialog({ conid, symbol, onClose }: LinkedInstrument & { readonly onClose: () => void }) {
  const settled = useSettled();
  const buy = useMutation({
    mutationFn: () => call('quotes.regulatorySnapshot', { conid, acceptedCost: '0.01 USD' }),
    retry: false,
  });
  const failure = failureOf(buy.error);
  const { data } = buy;
  const lines =
    data === undefined
      ? []
      : [
          ['Bid', `${priceText(data.bid, null)} × ${quantityText(data.bidSize)}`],
          ['Ask', `${priceText(data.ask, null)} × ${quantityText(data.askSize)}`],
          ['Last', priceText(data.last, null)],
        ];
  return (
    <Dialog name="Regulatory snapshot" role="alertdialog" onClose={onClose} className="snapshot-dialog">
      <header className="dialog-head">
        <h2>Regulatory snapshot of {symbol}</h2>
      </header>
      <div className="dialog-body">
        {data === undefined ? (
          <p>
            IBKR charges <strong>0.01 USD</strong> for each snapshot, on paper accounts too. It is the
            consolidated quote of this one moment; it does not stream.
          </p>
        ) : (
          <dl className="snapshot-figures" aria-label="Snapshot">
            {lines.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
            <div>
              <dt>Received</dt>
              <dd>
                <ContractTime conid={conid} timeMs={data.asOfMs} />
              </dd>
            </div>
          </dl>
        )}
        {failure !== null && (
          <p role="alert" className="field-note">
            {failure.message} Whether IBKR charged for it is not known; it is not asked again by itself.
          </p>
        )}
      </div>
      <footer className="dialog-foot">
        <button type="button" className="button" onClick={onClose} autoFocus>
          {data === undefined ? 'Back' : 'Close'}
        </button>
        {data === undefined && failure === null && (
          <button
            type="button"
            className="button button-primary"
            disabled={!settled || buy.isPending}
            aria-busy={buy.isPending}
            onClick={() => buy.mutate()}
          >
            Pay 0.01 USD for one snapshot
          </button>
        )}
      </footer>
    </Dialog>
  );
}
