import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { AccountId } from '../../../shared/domain/ids';
import { draftProblems } from '../../../shared/domain/order-rules';
import { orderTypes } from '../../../shared/domain/order-types';
import { failureOf } from '../../ipc/client';
import { contractsQueries } from '../../ipc/contracts-queries';
import { portfolioQueries } from '../../ipc/portfolio-queries';
import { useOrderBook } from '../../live/order-feed';
import { useQuote, useQuoteStream } from '../../live/quote-store';
import { useReady, useSession, useStreaming } from '../../live/session-feed';
import { useTrading } from '../../live/trading-feed';
import { holdingOf } from './holding';
import { OrderStatus } from './order-status';
import { QuestionDialog } from './question-dialog';
import { ReviewDialog } from './review-dialog';
import { SidePicker } from './side-picker';
import { TicketFields } from './ticket-fields';
import { draftOf } from './draft-of';
import { BracketFields } from './bracket-fields';
import { sizeFactsOf } from './size-facts';
import { sizedQuantity } from './sized-quantity';
import { TriggerDiagram } from './trigger-diagram';
import { isDirty, type TicketForm } from './ticket-form';
import { obstacleTo } from './ticket-obstacle';
import { TicketOutlook } from './ticket-outlook';
import { TicketQuote } from './ticket-quote';
import { TicketSubject } from './ticket-subject';
import { useOrderFlow } from './use-order-flow';
import type { TicketState } from './use-ticket';
import { useTicketFocus } from './use-ticket-focus';

export function Ticket({
  accountId,
  form,
  ticket,
}: {
  readonly accountId: AccountId;
  readonly form: TicketForm;
  readonly ticket: TicketState;
}) {
  const ready = useReady();
  const trading = useTrading();
  const streaming = useStreaming();
  const session = useSession();
  const book = useOrderBook(accountId);
  useQuoteStream([form.conid]);
  const quote = useQuote(form.conid);
  const { data: instrument, error: ruleError } = useQuery({
    ...contractsQueries.instrument(form.conid),
    enabled: ready,
  });
  const { data: positions } = useQuery({ ...portfolioQueries.positions(accountId), enabled: ready });
  const flow = useOrderFlow(form, book, ticket.finish);

  const focusRef = useTicketFocus(ticket.requestNumber);
  const { tracked } = flow;
  const intents = book?.intents ?? [];
  // What may exist twice stands above everything that could be typed.
  const unknown = intents.filter(({ state }) => state === 'unknown');
  const asking = intents.find(({ state, question }) => state === 'question' && question !== null);
  const sized = sizedQuantity(
    form.quantityMode,
    form.quantity,
    sizeFactsOf(form, instrument, quote, positions),
  );
  const draft = draftOf({ ...form, quantity: sized.quantity }, accountId);
  const problems =
    typeof draft === 'string' || instrument === undefined ? [] : draftProblems(draft, instrument);
  const obstacle =
    obstacleTo(form.conid, form.symbol, session, intents, trading) ??
    (instrument === undefined ? (failureOf(ruleError)?.message ?? 'Reading the contract’s rules.') : null) ??
    (typeof draft === 'string' ? draft : (problems[0]?.message ?? (flow.busy ? 'One moment.' : null)));

  const askReview = (): void => {
    if (typeof draft !== 'string' && obstacle === null) flow.askReview(draft);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const free = flow.review === null && asking === undefined;
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat || !free) return;
    event.preventDefault();
    askReview();
  };
  const status = (
    <OrderStatus
      intent={tracked}
      order={book?.orders.find(({ orderId }) => orderId === tracked?.orderId)}
      unknown={unknown}
      failure={flow.failure}
      onEdit={tracked !== undefined && ticket.canEdit(tracked.intentId) ? ticket.editAgain : null}
    />
  );
  const facts = orderTypes[form.orderType];
  const priced = facts.limit !== 'none' ? 'limitPrice' : facts.stop !== 'none' ? 'stopPrice' : null;

  return (
    <div ref={focusRef} className="ticket" onKeyDown={onKeyDown}>
      <div className="ticket-main">
        {unknown.length > 0 && status}
        <TicketSubject
          form={form}
          instrument={instrument}
          positions={positions}
          book={book}
          elsewhere={ticket.elsewhere}
          onClear={isDirty(form) ? ticket.clear : null}
        />
        <TicketQuote
          quote={quote}
          side={form.side}
          rules={instrument?.rules}
          streaming={streaming}
          onPrice={priced === null ? null : (price) => ticket.change({ [priced]: price })}
        />
        <SidePicker
          side={form.side}
          onSide={(side) => ticket.change({ side })}
          disabled={form.modifies !== null}
        />
        <TicketFields {...{ form, instrument, problems, sized }} change={ticket.change} />
        <TriggerDiagram
          type={form.orderType}
          side={form.side}
          typed={form.stopPrice}
          last={quote?.last ?? null}
          digits={instrument?.rules.priceDigits ?? null}
        />
        {form.modifies === null && form.orderType !== 'MOC' && (
          <BracketFields
            {...{ form, draft, instrument, problems }}
            reference={(form.side === 'BUY' ? quote?.ask : quote?.bid) ?? null}
            change={ticket.change}
          />
        )}
        <TicketOutlook
          draft={draft}
          instrument={instrument}
          mode={session?.mode ?? 'unknown'}
          holding={holdingOf(positions, book, form.conid, form.side, form.modifies?.orderId ?? null)}
          quote={quote}
          modifies={form.modifies}
        />
        <div className={isDirty(form) ? 'ticket-foot ticket-foot-typing' : 'ticket-foot'}>
          <button
            type="button"
            className={`button button-large ${obstacle === null ? `button-${form.side.toLowerCase()}` : ''}`}
            disabled={obstacle !== null}
            aria-busy={flow.busy}
            title={obstacle ?? undefined}
            onClick={askReview}
          >
            Review order
            <kbd className="ticket-key" aria-hidden="true">
              Ctrl Enter
            </kbd>
          </button>
          {unknown.length === 0 && status}
        </div>
      </div>
      {flow.review !== null && (
        <ReviewDialog
          key={flow.review.previewToken}
          preview={flow.review}
          busy={flow.submitting}
          onBack={flow.back}
          onRefresh={askReview}
          onConfirm={flow.confirm}
        />
      )}
      {asking?.question != null && (
        <QuestionDialog
          key={`${asking.intentId} ${asking.question.round}`}
          intent={asking}
          question={asking.question}
        />
      )}
    </div>
  );
}
