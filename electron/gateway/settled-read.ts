import { ok, type Result } from '../../shared/result';
import type { Clock } from '../support/clock';
import type { CallSettings } from './caller';
import type { Input } from './encode';
import type { Answer, Endpoint } from './endpoint';
import type { GatewayError } from './gateway-error';
import type { Preflight } from './preflight';

type Ask = (
  declared: Endpoint,
  input: Input,
  settings: CallSettings,
) => Promise<Result<Answer<unknown>, GatewayError>>;

/** Empty is not zero: reads again until IBKR's answer can be believed, or says that it cannot. */
export const createSettledRead =
  ({ clock, preflight, single }: { clock: Clock; preflight: Preflight; single: Ask }): Ask =>
  async (declared, input, settings) => {
    const first = await single(declared, input, settings);
    const { warmUp } = declared;
    if (warmUp === undefined || settings.bare === true || !first.ok) return first;
    const once = `warm ${declared.verb} ${declared.path}`;
    const believedEmpty = `empty ${first.value.request.url}`;
    let data = first.value.data;
    let known =
      warmUp.isKnown(data, input) ||
      preflight.isDone(once) ||
      (isEmptyList(data) && preflight.isDone(believedEmpty));
    for (let read = 1; read < warmUp.attempts && !known; read += 1) {
      await clock.sleep(warmUp.delayMs);
      const again = warmUp.again?.(input) ?? input;
      const next = await single(declared, again, settings);
      if (!next.ok) break;
      const agreed = warmUp.emptyTwice === true && isEmptyList(data) && isEmptyList(next.value.data);
      if (agreed) preflight.done(believedEmpty);
      data = next.value.data;
      known = agreed || warmUp.isKnown(data, again) || warmUp.oncePerSession === true;
    }
    if (known && warmUp.oncePerSession === true) preflight.done(once);
    return ok({ data, request: first.value.request, ...(known ? {} : { notKnownYet: true }) });
  };

const isEmptyList = (data: unknown): boolean => Array.isArray(data) && data.length === 0;
