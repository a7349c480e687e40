import { useEffect, useState } from 'react';
import type { Conid } from '../../../shared/domain/ids';
import type { PriceLadder as Ladder } from '../../../shared/domain/price-ladder';
import { priceText, quantityText } from '../../format/number-text';
import { watch } from '../../ipc/client';
import { useReady, useStreaming } from '../../live/session-feed';
import { useWorkspace } from '../../state/workspace-store';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';

const waitMs = 6_000;

/** The book by price, where the user may see it. It shows and never trades: a ladder that jumps is no button. */
export function PriceLadder({ conid }: { readonly conid: Conid }) {
  const accountId = useWorkspace((workspace) => workspace.accountId);
  const ready = useReady();
  const streaming = useStreaming();
  const [ladder, setLadder] = useState<Ladder | null>(null);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (accountId === null || !ready) return undefined;
    const timer = setTimeout(() => setLate(true), waitMs);
    const stop = watch('ladder.watch', { accountId, conid }, setLadder);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [accountId, conid, ready]);
  if (ladder?.refusal != null)
    return (
      <EmptyState title="IBKR does not give this ladder.">
        <p>
          It needs a subscription to market depth for this exchange: Client Portal, Settings, Market data.
        </p>
        <p className="muted">IBKR’s word: {ladder.refusal}</p>
      </EmptyState>
    );
  if (ladder === null)
    return late ? (
      <EmptyState title="No ladder has come.">
        <p>IBKR says nothing where market depth is not subscribed for this exchange.</p>
      </EmptyState>
    ) : (
      <Skeleton rows={10} label="Waiting for the ladder" />
    );
  return (
    <table className={streaming ? 'ladder' : 'ladder stale'} aria-label="Price ladder">
      <thead>
        <tr>
          <th scope="col">Bid size</th>
          <th scope="col">Price</th>
          <th scope="col">Ask size</th>
        </tr>
      </thead>
      <tbody>
        {ladder.rows.map(({ price, bidSize, askSize, isLast }) => (
          <tr key={price} className={isLast ? 'ladder-last' : undefined}>
            <td className="ladder-bid">{bidSize === null ? '' : quantityText(bidSize)}</td>
            <th scope="row">
              {priceText(price, null)}
              {isLast && <span className="hidden-text"> last</span>}
            </th>
            <td className="ladder-ask">{askSize === null ? '' : quantityText(askSize)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
