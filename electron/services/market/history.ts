import type { AppError } from '../../../shared/app-error';
import type { Bar } from '../../../shared/domain/bar';
import type { Conid } from '../../../shared/domain/ids';
import type { Availability } from '../../../shared/domain/quote';
import type { Result } from '../../../shared/result';
import type { Gateway } from '../../gateway/gateway';
import type { Clock } from '../../support/clock';
import { read } from '../read';
import { recordOf } from '../wire-record';
import { toBars } from './to-bars';
import { toAvailability } from './to-quote';

interface BarsRequest {
  readonly conid: Conid;
  readonly period: string;
  readonly bar: string;
  readonly outsideRth: boolean;
}
interface Bars {
  readonly bars: Bar[];
  readonly availability: Availability;
  readonly asOfMs: number;
}

/** Price history of one contract; periods and bars in IBKR's words (BEHAVIOUR §12 has the permitted pairs). */
export const readBars = (
  gateway: Gateway,
  clock: Clock,
  { conid, period, bar, outsideRth }: BarsRequest,
): Promise<Result<Bars, AppError>> =>
  read(gateway.marketData.marketdataHistoryByConid({ conid, period, bar, outsideRth }), (data) => {
    const wire = recordOf(data);
    return { bars: toBars(wire), availability: toAvailability(wire['mdAvailability']), asOfMs: clock.now() };
  });
