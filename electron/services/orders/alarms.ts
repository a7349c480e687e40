import type { AppError } from '../../../shared/app-error';
import type { AccountId } from '../../../shared/domain/ids';
import type { OrderAlarm } from '../../../shared/domain/order-alarm';
import { err, ok, type Result } from '../../../shared/result';
import type { JournalRecord } from '../../store/journal-record';
import { entry, eventOf } from './journal-event';
import type { OrderContext } from './order-context';
import { overFills } from './over-fills';
import type { PositionCheck } from './position-check';
import { refusal, storageRefusal } from './refusals';

/** What only a human can judge, until he has: over-fills and positions that the fills do not explain. */
export function createAlarms(
  { book, ledger }: OrderContext,
  positions: PositionCheck,
  records: ReadonlyArray<JournalRecord>,
) {
  const accepted = new Set(
    records
      .filter(({ kind }) => kind === 'ALARM_ACCEPTED')
      .flatMap((record) => {
        const event = eventOf(record);
        return event?.kind === 'ALARM_ACCEPTED' ? [event.payload.alarmId] : [];
      }),
  );

  const overFilled = (accountId: AccountId): ReadonlyArray<OrderAlarm> =>
    overFills(book.ordersOf(accountId), book.executionsOf(accountId)).filter(
      ({ alarmId }) => !accepted.has(alarmId),
    );
  const of = (accountId: AccountId): ReadonlyArray<OrderAlarm> => [
    ...overFilled(accountId),
    ...positions.alarms(accountId),
  ];

  const accept = (accountId: AccountId, alarmId: string): Result<{ readonly accepted: true }, AppError> => {
    const alarm = of(accountId).find((each) => each.alarmId === alarmId);
    if (alarm === undefined)
      return err(refusal('not-found', 'This alarm is not raised any more.', 'Look at the order list.'));
    const noted = ledger.record([entry('ALARM_ACCEPTED', null, { accountId, alarmId, text: alarm.text })]);
    if (!noted.ok) return err(storageRefusal(noted.error));
    if (alarm.kind === 'position') positions.accept(accountId, alarmId);
    else accepted.add(alarmId);
    book.touched();
    return ok({ accepted: true });
  };
  return { of, accept };
}
