import type { AppError } from '../../../shared/app-error';
import { err, ok, type Result } from '../../../shared/result';
import { errorCodeOf } from '../../store/database';
import type { Store } from '../../store/open-store';
import { startAfresh } from '../../store/start-afresh';
import type { Clock } from '../../support/clock';
import { carriedRecords } from './carried-records';
import { refusal } from './refusals';

const word = 'START AFRESH';

/** A damaged journal is put aside whole and another begun with all that the intact part holds open. */
export function beginAfresh(
  store: Pick<Store, 'journal' | 'trouble'>,
  path: string,
  clock: Clock,
  typed: string,
): Result<{ readonly keptAs: string }, AppError> {
  if (store.trouble?.code !== 'corrupt')
    return err(refusal('blocked', 'The order journal is not damaged.', 'There is nothing to begin anew.'));
  if (typed.trim().toUpperCase() !== word)
    return err(refusal('invalid-input', `Type ${word} to begin a new order journal.`, 'Type the words.'));
  try {
    return ok({ keptAs: startAfresh(path, store.journal.records(), { clock, carryOver: carriedRecords }) });
  } catch (error) {
    return err(
      refusal(
        'storage-failed',
        `The damaged journal could not be put aside (${errorCodeOf(error)}).`,
        'Make room or mend the rights of the data folder, then try again.',
        'Nothing was sent, and nothing of the old files was deleted.',
      ),
    );
  }
}
