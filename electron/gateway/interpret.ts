import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result';
import type { Endpoint } from './endpoint';
import { gatewayError, type GatewayError, type GatewayErrorCode } from './gateway-error';
import type { HttpFailure, HttpReply } from './http';
import { parseJson } from './json';

/** Makes of one HTTP answer either checked data or a coded error. Total: no answer throws. */
export function interpret(
  declared: Endpoint,
  reply: HttpReply,
  requestId: string,
): Result<unknown, GatewayError> {
  const fail = (code: PlainCode, message?: string): Result<never, GatewayError> =>
    err(
      gatewayError(code, {
        ...about(declared, requestId),
        status: reply.status,
        bodyText: reply.text,
        ...(message === undefined ? {} : { message }),
      }),
    );
  const body = declared.plainText === true ? ok(reply.text) : parseJson(reply.text);
  const words = errorWords(body.ok ? body.value : null) ?? (body.ok ? null : reply.text);

  if (reply.status === 429) return err(tooMany(declared, requestId, reply));
  if (reply.status >= 300)
    return fail(meaningOf(declared, reply, words), words === null ? undefined : said(words));
  if (declared.plainText === true) return check(declared, reply.text, fail);
  if (reply.text.trim() === '') {
    return declared.emptyMeans === undefined
      ? fail('bad-answer', 'The gateway’s answer was empty.')
      : ok(declared.emptyMeans);
  }
  if (looksLikeHtml(reply.text))
    return fail(/login|sso/i.test(reply.text) ? 'not-logged-in' : 'not-a-gateway');
  if (!body.ok) return fail('bad-answer', 'The gateway’s answer is not valid JSON, or was cut off.');
  if (declared.errorMemberIsData !== true && words !== null) {
    return fail(sessionTrouble(words) ?? (noData.test(words) ? 'no-data' : 'refused'), said(words));
  }
  return check(declared, body.value, fail);
}

/** A failure below HTTP as the error of this endpoint. */
export const transportError = (declared: Endpoint, failure: HttpFailure, requestId: string): GatewayError =>
  failure.code === 'pacing'
    ? gatewayError('pacing', { ...about(declared, requestId), detail: failure.detail, retryAtMs: null })
    : gatewayError(failure.code as PlainCode, { ...about(declared, requestId), detail: failure.detail });

/** Error text of a body, wherever the gateway put it this time; `null` when the body is no error. */
export function errorWords(body: unknown): string | null {
  if (Array.isArray(body)) {
    const found = body.map((entry: unknown) => (isRecord(entry) ? errorWords(entry) : null));
    return found.length > 0 && found.every((entry) => entry !== null) ? found.join('; ') : null;
  }
  if (!isRecord(body)) return null;
  const { error } = body;
  if (typeof error === 'string' && error !== '') return error;
  if (isRecord(error) || Array.isArray(error)) return JSON.stringify(error);
  return null;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** IBKR's way of saying that /iserver/accounts has not been read since the session began. */
export const asksForAccounts = (words: string | undefined): boolean =>
  /query \/accounts first/i.test(words ?? '');

type PlainCode = Exclude<
  GatewayErrorCode,
  'outcome-unknown' | 'pacing' | 'order-declined' | 'order-unanswered'
>;
type Fail = (code: PlainCode, message?: string) => Result<never, GatewayError>;

const noData = /^(no data\.?|chart data unavailable|no contracts retrieved\s*)$/i;
const said = (words: string): string => `IBKR says: ${words.slice(0, 500)}`;
const about = (declared: Endpoint, requestId: string) => ({
  requestId,
  method: declared.verb,
  path: declared.path,
});
const looksLikeHtml = (text: string): boolean => text.trimStart().startsWith('<');

function check(declared: Endpoint, value: unknown, fail: Fail): Result<unknown, GatewayError> {
  const parsed = declared.wire.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const where = parsed.error.issues
    .slice(0, 3)
    .map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`);
  return fail('bad-answer', `The gateway’s answer has an unexpected shape (${where.join('; ')}).`);
}

function meaningOf(
  declared: Endpoint,
  { status, location, text }: HttpReply,
  words: string | null,
): PlainCode {
  const trouble = words === null ? null : sessionTrouble(words);
  if (trouble !== null) return trouble;
  const special = declared.statusMeans?.[status];
  if (special !== undefined) return special as PlainCode;
  if (words !== null && noData.test(words)) return 'no-data';
  if (status < 400) return /sso|login/i.test(location ?? '') ? 'not-logged-in' : 'not-a-gateway';
  if (status === 401 || status === 410) return 'not-logged-in';
  if (status === 403) return text.trim().startsWith('{') ? 'not-permitted' : 'not-a-gateway';
  if (status === 404) return 'not-found';
  if (status === 423 || status === 502 || status === 503 || status === 504) return 'unavailable';
  return status >= 500 ? 'server-error' : 'refused';
}

/** The texts are IBKR's own and stand for states, whatever the status beside them — GATEWAY_FACTS §3. */
function sessionTrouble(words: string): PlainCode | null {
  if (/no bridge|init session first|query \/accounts first/i.test(words)) return 'no-brokerage-session';
  return /^no session$|not authenticated/i.test(words) ? 'not-logged-in' : null;
}

const tooMany = (declared: Endpoint, requestId: string, reply: HttpReply): GatewayError =>
  gatewayError('pacing', {
    ...about(declared, requestId),
    status: reply.status,
    bodyText: reply.text,
    retryAtMs: null,
  });
