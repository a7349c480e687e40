import type { KeyboardEvent } from 'react';
import { isMasterAccount } from '../../../shared/domain/allocation-words';
import type { AccountId } from '../../../shared/domain/ids';
import { orderTypes } from '../../../shared/domain/order-types';
import { priceUnit } from '../../../shared/domain/price-unit';
import { useOrderBook } from '../../live/order-feed';
import { useSession, useStreaming } from '../../live/session-feed';
import { useTrading } from '../../live/trading-feed';
import { GroupFields } from './group-fields';
import { holdingOf } from './holding';
import { isInFlight } from './intent-words';
import { MarketHoursNote } from './market-hours-note';
import { OrderStatus } from './order-status';
import { PlaceFields } from './place-fields';
import { marketKeys } from './price-steps';
import { QuestionDialog } from './question-dialog';
import { ReviewDialog } from './review-dialog';
import { SidePicker } from './side-picker';
import { heldOf } from './size-facts';
import { TicketFields } from './ticket-fields';
import { BracketFields } from './bracket-fields';
import { TriggerDiagram } from './trigger-diagram';
import { isDirty, type TicketForm } from './ticket-form';
import { obstacleTo } from './ticket-obstacle';
import { TicketEstimate } from './ticket-estimate';
import { TicketOutlook } from './ticket-outlook';
import { TicketQuote } from './ticket-quote';
import { TicketSubject } from './ticket-subject';
import { useOrderFlow } from './use-order-flow';
import { useSentFocus } from './use-sent-focus';
import type { TicketState } from './use-ticket';
import { useTicketFacts } from './use-ticket-facts';
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
  const trading = useTrading();
  const streaming = useStreaming();
  const session = useSession();
  const book = useOrderBook(accountId);
  const facts = useTicketFacts(accountId, form);
  const { quote, instrument, positions, targets, sized, draft, problems } = facts;
  const flow = useOrderFlow(form, book, ticket.finish);

  const focusRef = useTicketFocus(ticket.requestNumber);
  const { tracked } = flow;
  useSentFocus(focusRef, flow.review === null ? (tracked?.intentId ?? null) : null);
  const intents = book?.intents ?? [];
  // What may exist twice stands above everything that could be typed.
  const unknown = intents.filter(({ state }) => state === 'unknown');
  const asking = intents.find(({ state, question }) => state === 'question' && question !== null);
  const standing = obstacleTo(form.conid, form.symbol, session, intents, trading);
  const own =
    (instrument === undefined ? (facts.ruleFailure ?? 'Reading the contract’s rules.') : null) ??
    (typeof draft === 'string' ? draft : (problems[0]?.message ?? null));
  const obstacle = standing ?? own ?? (flow.busy ? 'One moment.' : null);

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
      held={tracked === undefined ? null : heldOf(positions, tracked.conid)}
      unknown={unknown}
      failure={flow.failure}
      onEdit={tracked !== undefined && ticket.canEdit(tracked.intentId) ? ticket.editAgain : null}
    />
  );
  const needs = orderTypes[form.orderType];
  const priced = needs.limit !== 'none' ? 'limitPrice' : needs.stop !== 'none' ? 'stopPrice' : null;
  const alone = form.modifies === null && form.group.length === 0;

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
          onSwitch={ticket.follow}
          offer={ticket.offer}
          onTake={ticket.takeOffer}
          onClear={isDirty(form) || form.group.length > 0 ? ticket.clear : null}
        />
        <TicketQuote
          quote={quote}
          side={form.side}
          rules={instrument?.rules}
          unit={instrument === undefined ? null : priceUnit(instrument)}
          streaming={streaming}
          onPrice={priced === null ? null : (price) => ticket.change({ [priced]: price })}
        />
        <MarketHoursNote {...{ form, instrument }} />
        <SidePicker
          side={form.side}
          onSide={(side) => ticket.change({ side })}
          disabled={form.modifies !== null}
        />
        <TicketFields
          {...{ form, instrument, problems, sized }}
          held={heldOf(positions, form.conid)}
          market={marketKeys(quote, form.side, instrument?.rules)}
          change={ticket.change}
        />
        <TriggerDiagram
          type={form.orderType}
          side={form.side}
          typed={form.stopPrice}
          last={quote?.last ?? null}
          digits={instrument?.rules.priceDigits ?? null}
        />
        {alone && form.orderType !== 'MOC' && form.algo === null && (
          <BracketFields
            {...{ form, draft, instrument, problems }}
            reference={(form.side === 'BUY' ? quote?.ask : quote?.bid) ?? null}
            change={ticket.change}
          />
        )}
        <PlaceFields
          {...{ form, instrument, problems }}
          targets={isMasterAccount(accountId) ? targets : undefined}
          algos={facts.algos}
          algosFailed={facts.algosFailed}
          onOpen={facts.wantAlgos}
          change={ticket.change}
        >
          {form.modifies === null && (
            <GroupFields {...{ form, accountId, draft }} onAdd={ticket.addToGroup} change={ticket.change} />
          )}
        </PlaceFields>
        <TicketOutlook
          draft={draft}
          instrument={instrument}
          mode={session?.mode ?? 'unknown'}
          holding={holdingOf(positions, book, form.conid, form.side, form.modifies?.orderId ?? null)}
          quote={quote}
          modifies={form.modifies}
        />
        {form.modifies === null && (
          <TicketEstimate
            draft={own === null && typeof draft !== 'string' ? draft : null}
            wanted={session?.status === 'ready' && !intents.some(isInFlight) && flow.review === null}
          />
        )}
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
