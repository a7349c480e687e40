import { gatewayError, type GatewayError } from './gateway-error';
import type { OrderOutcome } from './order-outcome';

/** What an order request was about, for its error. */
export interface OrderInQuestion {
  readonly where: { readonly method: string; readonly path: string; readonly requestId?: string };
  readonly accountId: string | null;
  readonly cOIDs: ReadonlyArray<string> | null;
  readonly orderId: string | null;
}

/** An outcome that is no success, as an error value. Only what is proven is called rejected or not sent. */
export function outcomeError(
  outcome: OrderOutcome,
  { where, cOIDs, orderId }: OrderInQuestion,
): GatewayError {
  const evidence = {
    ...where,
    ...(outcome.status === null ? {} : { status: outcome.status }),
    ...(outcome.bodyText === '' ? {} : { bodyText: outcome.bodyText }),
  };
  const cOID = cOIDs?.[0] ?? null;
  switch (outcome.kind) {
    case 'rejected':
      return gatewayError('order-rejected', {
        ...evidence,
        message: `IBKR says: ${outcome.reason.slice(0, 500)}`,
      });
    case 'duplicate':
      return gatewayError('duplicate-order', { ...evidence, detail: outcome.reason.slice(0, 500) });
    case 'question':
      return gatewayError('order-unanswered', { ...evidence, question: outcome.question });
    case 'not-sent':
      return notSent(outcome, evidence);
    case 'acknowledged': {
      const failed = outcome.legs.flatMap((leg) => (leg.outcome === 'acknowledged' ? [] : [leg.reason]));
      return gatewayError('order-partly-rejected', { ...evidence, detail: failed.join('; ').slice(0, 500) });
    }
    case 'unknown':
      return gatewayError('outcome-unknown', { ...evidence, detail: outcome.reason, cOID, orderId });
  }
}

function notSent(
  { code, reason }: Extract<OrderOutcome, { kind: 'not-sent' }>,
  evidence: { readonly method: string; readonly path: string },
): GatewayError {
  if (code === 'pacing') return gatewayError('pacing', { ...evidence, retryAtMs: null });
  if (code === 'outcome-unknown' || code === 'order-declined' || code === 'order-unanswered') {
    return gatewayError('connection-lost', { ...evidence, detail: reason });
  }
  return gatewayError(code, {
    ...evidence,
    detail: reason,
    ...(code === 'invalid-input' ? { message: `Not sent: ${reason}` } : {}),
  });
}
