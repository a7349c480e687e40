import type { TimelineEntry } from '../../../shared/domain/order-timeline';
import type { JournalRecord } from '../../store/journal-record';
import type { IntentFacts } from './intent-facts';
import { eventOf, type JournaledOutcome, type JournalEvent } from './journal-event';

/** The life of one intent as journaled, cancels of its order included. */
export const timelineOf = (
  facts: IntentFacts,
  records: ReadonlyArray<JournalRecord>,
): ReadonlyArray<TimelineEntry> =>
  records.flatMap((record) => {
    const event = eventOf(record);
    if (event === null) return [];
    const entry = event.intentId === facts.intentId ? ofIntent(event) : ofOrder(event, facts);
    return entry === null ? [] : [{ atMs: record.wallMs, ...entry }];
  });

type Words = Omit<TimelineEntry, 'atMs'>;

function ofIntent(event: JournalEvent): Words | null {
  switch (event.kind) {
    case 'INTENT':
      return { by: 'you', text: `You confirmed: ${event.payload.sentence}` };
    case 'CHECKED': {
      const { bid, ask, last, acknowledged } = event.payload;
      const market = `Market at review: bid ${bid ?? '–'}, ask ${ask ?? '–'}, last ${last ?? '–'}.`;
      const ticked = acknowledged.length === 0 ? '' : ` Warnings accepted: ${acknowledged.join(', ')}.`;
      return { by: 'portico', text: market + ticked };
    }
    case 'SEND_BEGIN':
      return { by: 'portico', text: 'Written down; sending to IBKR.' };
    case 'RESPONSE':
    case 'ANSWER_RESPONSE':
      return outcomeWords(event.payload.outcome);
    case 'QUESTION':
      return { by: 'ibkr', text: `IBKR asks: ${event.payload.text}` };
    case 'ANSWER_BEGIN':
      return { by: 'you', text: event.payload.confirmed ? 'You answered yes.' : 'You answered no.' };
    case 'ROUND_CLOSED':
      return { by: 'portico', text: event.payload.text };
    case 'EVIDENCE':
      return { by: 'ibkr', text: event.payload.text };
    case 'RESOLVED':
      return { by: 'you', text: event.payload.text };
    default:
      return null;
  }
}

function ofOrder(event: JournalEvent, { orderId }: IntentFacts): Words | null {
  if (event.kind !== 'CANCEL_BEGIN' && event.kind !== 'CANCEL_RESPONSE') return null;
  if (orderId === null || event.payload.orderId !== orderId) return null;
  if (event.kind === 'CANCEL_BEGIN') return { by: 'you', text: 'Cancel asked for; sending to IBKR.' };
  return event.payload.outcome.kind === 'acknowledged'
    ? { by: 'ibkr', text: 'IBKR received the cancel; the order may still fill.' }
    : outcomeWords(event.payload.outcome);
}

function outcomeWords({ kind, text, orderId }: JournaledOutcome): Words | null {
  switch (kind) {
    case 'acknowledged':
      return { by: 'ibkr', text: `IBKR acknowledged it${orderId === null ? '' : ` as order ${orderId}`}.` };
    case 'question':
      return null;
    case 'not-sent':
      return { by: 'portico', text: text === '' ? 'Not sent.' : text };
    case 'rejected':
    case 'duplicate':
    case 'unknown':
      return { by: 'ibkr', text: text === '' ? 'The outcome is not known.' : text };
  }
}
