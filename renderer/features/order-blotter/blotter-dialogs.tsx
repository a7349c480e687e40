import type { OrderBook } from '../../../shared/domain/order';
import { CancelDialog } from './cancel-dialog';
import { ColumnsDialog } from './columns-dialog';
import { TimelineDialog } from './timeline-dialog';
import { UnknownDialog } from './unknown-dialog';
import type { BlotterDialog } from './use-blotter';

/** The one dialog the blotter has open. */
export function BlotterDialogs({
  book,
  dialog,
  onDialog,
  onClose,
}: {
  readonly book: OrderBook;
  readonly dialog: BlotterDialog;
  readonly onDialog: (dialog: BlotterDialog) => void;
  readonly onClose: () => void;
}) {
  switch (dialog.kind) {
    case 'cancel-one':
      return <CancelDialog accountId={book.accountId} orderIds={[dialog.order.orderId]} onClose={onClose} />;
    case 'cancel-many':
      return <CancelDialog accountId={book.accountId} orderIds={dialog.orderIds} onClose={onClose} />;
    case 'timeline':
      return (
        <TimelineDialog
          intentId={dialog.intent.intentId}
          conid={dialog.intent.conid}
          name={dialog.name}
          onClose={onClose}
        />
      );
    case 'unknown':
      return (
        <UnknownDialog
          book={book}
          intent={dialog.intent}
          onTimeline={() =>
            onDialog({ kind: 'timeline', intent: dialog.intent, name: dialog.intent.sentence })
          }
          onClose={onClose}
        />
      );
    case 'columns':
      return <ColumnsDialog onClose={onClose} />;
  }
}
