import type { AppError } from '../../../shared/app-error';
import type { ConsoleAnswer, ConsoleCatalogue, ConsoleFrame } from '../../../shared/domain/console';
import { err, ok, type Result } from '../../../shared/result';
import type { Answered } from '../../gateway/endpoint';
import type { Gateway } from '../../gateway/gateway';
import { isRecord } from '../../gateway/interpret';
import { encodeJson, parseJson } from '../../gateway/json';
import { findEndpoint } from '../../gateway/registry';
import { isTopicName, topicFrom } from '../../gateway/topic-arguments';
import type { Clock } from '../../support/clock';
import { refusal } from '../orders/refusals';
import { describeAll } from './catalogue';
import { dangerOf } from './dangers';
import { cliOf, curlOf, fullUrl } from './shell-words';

export interface ConsoleService {
  readonly catalogue: (accountId: string | null) => ConsoleCatalogue;
  /** Fails only where nothing was run: an unknown method, arguments that are no JSON object, a danger not confirmed. */
  readonly run: (
    method: string,
    argumentsJson: string,
    confirmed: boolean,
  ) => Promise<Result<ConsoleAnswer, AppError>>;
  readonly watch: (topic: string, argumentsJson: string, emit: (frame: ConsoleFrame) => void) => () => void;
}

interface ConsoleDeps {
  readonly gateway: Gateway;
  readonly clock: Clock;
  readonly cacertPath: string | null;
  /** Methods the desk does itself, with rules of its own (muting), so that its own picture stays true. */
  readonly byTheDesk: Readonly<
    Record<string, (input: Readonly<Record<string, unknown>>) => Promise<Result<unknown, AppError>>>
  >;
}

/** Every method of the client by name, for people: pacing, preflights and error words are the client's own. */
export function createConsole({ gateway, clock, cacertPath, byTheDesk }: ConsoleDeps): ConsoleService {
  const call = async (method: string, input: Readonly<Record<string, unknown>>) => {
    const found = findEndpoint(method);
    if (found === undefined) return null;
    // One method of one area, chosen at run time: its arguments are checked by the declaration's schema.
    const methods = gateway[found.area] as unknown as Readonly<
      Record<string, (input: unknown, options: object) => Answered<unknown>>
    >;
    return methods[found.name]?.(input, { priority: 'visible' }) ?? null;
  };

  const run: ConsoleService['run'] = async (method, argumentsJson, confirmed) => {
    const found = findEndpoint(method);
    if (found === undefined) return err(mistake(`There is no method ${method}.`));
    const input = parseJson(argumentsJson.trim() === '' ? '{}' : argumentsJson);
    if (!input.ok || !isRecord(input.value)) return err(mistake('The arguments must be one JSON object.'));
    const danger = dangerOf(found.name);
    if (danger?.kind === 'order')
      return err(
        refusal('blocked', danger.consequence, 'Use the ticket, the orders panel or the question’s dialog.'),
      );
    if (danger !== null && !confirmed)
      return err(refusal('blocked', danger.consequence, 'Confirm it in the dialog, or leave it.'));
    const atMs = clock.now();
    const began = clock.monotonicMs();
    const frame = () => ({
      ...{ method: found.name, argumentsJson, atMs },
      tookMs: Math.round(clock.monotonicMs() - began),
      cli: cliOf(gateway.baseUrl, cacertPath, found.name, argumentsJson),
    });
    const own = byTheDesk[found.name];
    if (own !== undefined) {
      const done = await own(input.value);
      if (!done.ok) return done;
      const silent = { failure: null, request: null, notKnownYet: false, curl: '' };
      return ok({ ...frame(), ...silent, dataJson: encodeJson(done.value) });
    }
    const answer = await call(found.name, input.value);
    if (answer === null) return err(mistake(`There is no method ${method}.`));
    const request = answer.ok ? answer.value.request : null;
    return ok({
      ...frame(),
      dataJson: answer.ok ? encodeJson(answer.value.data ?? null) : null,
      failure: answer.ok
        ? null
        : {
            code: answer.error.code,
            message: `${answer.error.message} ${answer.error.action}`,
            detail: [answer.error.status, answer.error.bodyText ?? answer.error.detail]
              .filter((part) => part !== undefined)
              .join(' ')
              .slice(0, 4000),
          },
      request:
        request === null
          ? null
          : {
              verb: found.endpoint.verb,
              url: fullUrl(request),
              bodyJson: request.json === undefined ? null : encodeJson(request.json),
            },
      notKnownYet: answer.ok && answer.value.notKnownYet === true,
      curl: request === null ? '' : curlOf(found.endpoint.verb, request, cacertPath),
    });
  };

  return {
    catalogue: describeAll,
    run,
    watch: (topic, argumentsJson, emit) => {
      const say = (json: unknown): void => emit({ atMs: clock.now(), json: encodeJson(json) });
      const input = parseJson(argumentsJson.trim() === '' ? '{}' : argumentsJson);
      if (!isTopicName(topic) || !input.ok || !isRecord(input.value)) {
        say({ error: isTopicName(topic) ? 'The arguments must be one JSON object.' : `No topic ${topic}.` });
        return () => undefined;
      }
      const spec = topicFrom(topic, input.value);
      if (typeof spec === 'string') {
        say({ error: spec });
        return () => undefined;
      }
      return gateway.socket.subscribe(spec, (update) =>
        say(update.kind === 'data' ? (update.raw ?? update) : update),
      );
    },
  };
}

const mistake = (message: string): AppError => ({
  code: 'invalid-input',
  message,
  meaning: 'Nothing was sent.',
  action: 'Correct it and run it again.',
});
