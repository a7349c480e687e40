import { useRef, useState } from 'react';
import type { AppError } from '../../../shared/app-error';
import type { IntentId } from '../../../shared/domain/ids';
import type { Intent } from '../../../shared/domain/intent';
import type { OrderBook } from '../../../shared/domain/order';
import type { OrderDraft } from '../../../shared/domain/order-draft';
import type { OrderPreview } from '../../../shared/domain/order-preview';
import { failureOf } from '../../ipc/client';
import { usePreview, useSubmit } from './order-mutations';
import type { TicketForm } from './ticket-form';

/** Draft → review → submit, one at a time; and the intent whose fate the ticket tells. */
export function useOrderFlow(form: TicketForm, book: OrderBook | undefined, onFinished: () => void) {
  const preview = usePreview();
  const submit = useSubmit();
  const [review, setReview] = useState<OrderPreview | null>(null);
  const [trackedId, setTrackedId] = useState<IntentId | null>(null);
  // A double click arrives before the button can be drawn as disabled.
  const asked = useRef(false);
  const { intentId } = form;

  return {
    review,
    busy: preview.isPending || submit.isPending,
    submitting: submit.isPending,
    failure: failureOf(submit.error ?? preview.error) satisfies AppError | null,
    tracked: book?.intents.find((intent) => intent.intentId === trackedId) satisfies Intent | undefined,
    back: (): void => setReview(null),
    askReview: (draft: OrderDraft): void => {
      if (asked.current) return;
      asked.current = true;
      submit.reset();
      setTrackedId(null);
      preview.mutate(
        { intentId, draft, modifies: form.modifies?.orderId ?? null },
        {
          onSuccess: setReview,
          onError: () => setReview(null),
          onSettled: () => {
            asked.current = false;
          },
        },
      );
    },
    confirm: (acknowledgedWarnings: string[], typedQuantity: string | null): void => {
      if (review === null) return;
      const { previewToken } = review;
      submit.mutate(
        {
          ...{ intentId, previewToken, acknowledgedWarnings },
          ...(typedQuantity === null ? {} : { typedQuantity }),
        },
        {
          onSuccess: () => {
            setTrackedId(intentId);
            onFinished();
          },
          onSettled: () => setReview(null),
        },
      );
    },
  };
}
