import type { OrderBook } from '../../../shared/domain/order';
import { CancelDialog } from './cancel-dialog';
import { CancelManyDialog } from './cancel-many-dialog';
import { ColumnsDialog } from './columns-dialog';
import { intentOf, orderName } from './order-lists';
import { TimelineDialog } from './timeline-dialog';
import type { BlotterDialog } from './use-blotter';

/** The one dialog the blotter has open. */
export function BlotterDialogs({
  book,
  dialog,
  onClose,
}: {
  readonly book: OrderBook;
  readonly dialog: BlotterDialog;
  readonly onClose: () => void;
}) {
  switch (dialog.kind) {
    case 'cancel-one':
      return <CancelDialog order={dialog.order} onClose={onClose} />;
    case 'cancel-many':
      return <CancelManyDialog accountId={book.accountId} orderIds={dialog.orderIds} onClose={onClose} />;
    case 'timeline': {
      const intent = intentOf(book, dialog.order);
      return intent === undefined ? null : (
        <TimelineDialog intentId={intent.intentId} name={orderName(dialog.order)} onClose={onClose} />
      );
    }
    case 'columns':
      return <ColumnsDialog onClose={onClose} />;
  }
}
