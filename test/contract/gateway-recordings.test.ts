// Seam: what IBKR really sent is understood by the client whole, with no member lost.
import { expect, it } from 'vitest';
import type { Endpoint } from '../../electron/gateway/endpoint';
import { interpret } from '../../electron/gateway/interpret';
import { classifyOrderOutcome } from '../../electron/gateway/order-outcome';
import { unsubscribeOne } from '../../electron/gateway/unsubscribe';
import { hasRecordings, loadRecordings, type Recording } from '../support/gateway-recordings';

const recordings = loadRecordings().filter(({ endpoint }) => endpoint !== undefined);
const orderAnswers = new Set(['placeOrder', 'modifyOrder', 'cancelOrder', 'reply']);
const reads = recordings.filter(({ endpoint }) => !orderAnswers.has(endpoint?.name ?? ''));
const orders = recordings.filter(({ endpoint }) => orderAnswers.has(endpoint?.name ?? ''));
const title = hasRecordings ? 'recordings' : 'recordings (skipped: no fixtures)';

it.skipIf(!hasRecordings)(`${title}: most of the fixtures belong to a declaration`, () => {
  expect(reads.length).toBeGreaterThan(130);
  expect(orders.length).toBeGreaterThan(25);
});

if (hasRecordings) {
  it.each(reads.map((recording) => [recording.name, recording] as const))('%s', (_, recording) => {
    const result = interpret(declarationOf(recording), replyOf(recording), 'request');
    if (isFailure(recording)) {
      expect(result).toMatchObject({ ok: false });
      return;
    }
    expect(result).toEqual({ ok: true, value: recording.response });
  });

  it.each(orders.map((recording) => [recording.name, recording] as const))('%s', (_, recording) => {
    const cancelled = recording.path.split('/').at(-1) ?? '';
    const kind = kinds[recording.endpoint?.name ?? ''] ?? 'submit';
    const expected = { kind, accountId: null, cOIDs: null, orders: null, orderId: cancelled } as const;
    const outcome = classifyOrderOutcome(replyOf(recording), expected);
    expect([recording.name, outcome.kind]).toEqual([recording.name, expectedKind(recording)]);
  });
}

const kinds: Readonly<Record<string, 'cancel' | 'modify'>> = { cancelOrder: 'cancel', modifyOrder: 'modify' };

/** The one request a recording answers: of a composite, the part that is on the wire. */
function declarationOf({ endpoint }: Recording): Endpoint {
  if (endpoint === undefined) throw new Error('filtered above');
  // Widened for a list of declarations of every kind.
  return endpoint.name === 'marketdataUnsubscribe' ? unsubscribeOne : endpoint.endpoint;
}

const replyOf = ({ status, response }: Recording) => ({
  kind: 'reply' as const,
  status,
  text: JSON.stringify(response),
  retryAfter: null,
  location: null,
});

const isFailure = ({ status, response, endpoint }: Recording): boolean =>
  status >= 300 || (endpoint?.endpoint.errorMemberIsData !== true && hasError(response));
const hasError = (response: unknown): boolean =>
  typeof response === 'object' &&
  response !== null &&
  'error' in response &&
  typeof response.error === 'string' &&
  response.error !== '';

/** Read off the file names and bodies by hand: what each of them proves. */
function expectedKind({ name, response }: Recording): string {
  const text = JSON.stringify(response);
  if (/advancedOrderRejectPrompt/.test(name) || text.includes('"message":[')) return 'question';
  if (/Order not confirmed|reply id not found/.test(text)) return 'unknown';
  // The documented example is about another order than the one in its path.
  if (/orderCancelSuccessExample/.test(name)) return 'unknown';
  return text.includes('"error"') ? 'rejected' : 'acknowledged';
}
