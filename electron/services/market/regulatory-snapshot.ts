import type { AppError } from '../../../shared/app-error';
import type { Conid } from '../../../shared/domain/ids';
import type { Quote } from '../../../shared/domain/quote';
import type { Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { recordOf } from '../wire-record';
import { toQuote } from './to-quote';

/**
 * A consolidated quote of this moment. It costs the user 0.01 USD each time, on paper accounts too: made only for a
 * press in a dialog that says so, and never repeated — GOTCHAS 39, read 2026-11.
 */
export const readRegulatorySnapshot = (
  { marketData }: Pick<Gateway, 'marketData'>,
  clock: Clock,
  conid: Conid,
): Promise<Result<Quote, AppError>> =>
  read(marketData.regulatorySnapshot({ conid }), (data) => toQuote(conid, recordOf(data), clock.now()));
