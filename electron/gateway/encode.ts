import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result';
import type { Endpoint, Parameter, RequestEcho } from './endpoint';
import { gatewayError, type GatewayError } from './gateway-error';
import { encodeJson } from './json';

export type Input = Readonly<Record<string, unknown>>;

export interface EncodedRequest {
  readonly url: string;
  readonly body: string | undefined;
  readonly echo: RequestEcho;
}

/** Checks the arguments of a call. `null` counts as absent; an argument nobody declared is a mistake. */
export function parseInput(declared: Endpoint, input: Input): Result<Input, GatewayError> {
  const shape = Object.fromEntries(
    Object.entries(declared.parameters).map(([name, { schema }]) => [name, schema]),
  );
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
  const parsed = z.strictObject(shape).safeParse(given);
  return parsed.success
    ? ok(parsed.data)
    : err(invalid(declared, z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ')));
}

/** Puts checked arguments on the wire as the declaration says. `url` makes a full URL of a path. */
export function encodeRequest(
  declared: Endpoint,
  input: Input,
  account: string | null,
  url: (path: string) => string,
): Result<EncodedRequest, GatewayError> {
  const values = Object.entries(declared.parameters).map(([name, parameter]) => ({
    name,
    parameter,
    value: input[name] ?? (parameter.defaultsToAccount === true ? (account ?? undefined) : undefined),
  }));
  let path = declared.path;
  for (const { name, parameter, value } of values.filter((entry) => entry.parameter.place === 'path')) {
    if (value === undefined || value === '') return err(invalid(declared, missing(name, parameter)));
    // A URL swallows these segments, escaped or not: another path would be asked than the one declared.
    if (/^\.{1,2}$/.test(text(value, parameter)))
      return err(invalid(declared, `${name} cannot be ${text(value, parameter)}`));
    path = path.replace(`{${name}}`, encodeURIComponent(text(value, parameter)));
  }
  const present = values.filter(({ value }) => value !== undefined);
  const query = present.filter(({ parameter, value }) => parameter.place === 'query' && !isEmptyList(value));
  const params = Object.fromEntries(
    query.map(({ name, parameter, value }) => [
      parameter.wireName ?? name,
      Array.isArray(value) ? text(value, parameter) : value,
    ]),
  );
  const search = query
    .map(
      ({ name, parameter, value }) =>
        `${encodeURIComponent(parameter.wireName ?? name)}=${encodeURIComponent(text(value, parameter))}`,
    )
    .join('&');
  const fields = present
    .filter(({ parameter }) => parameter.place === 'body')
    .map(({ name, parameter, value }) => [parameter.wireName ?? name, withoutNulls(value)] as const);
  const whole = present.find(({ parameter }) => parameter.place === 'whole-body');
  // The gateway answers 411 to a POST without length, so an empty POST carries {} — WEBAPI, read 2026-11.
  const json = whole === undefined ? Object.fromEntries(fields) : withoutNulls(whole.value);
  const plain = url(path);
  return ok({
    url: search === '' ? plain : `${plain}?${search}`,
    body: declared.verb === 'POST' ? encodeJson(json) : undefined,
    echo: {
      url: plain,
      ...(query.length > 0 ? { params } : {}),
      ...(declared.verb === 'POST' && (whole !== undefined || fields.length > 0) ? { json } : {}),
    },
  });
}

/** Null and undefined members are dropped through objects; lists are left as they are — BEHAVIOUR §4. */
export function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null && entry !== undefined)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}

const invalid = (declared: Endpoint, message: string): GatewayError =>
  gatewayError('invalid-input', {
    message: `Not sent: ${message}`,
    method: declared.verb,
    path: declared.path,
  });

const missing = (name: string, parameter: Parameter): string =>
  parameter.defaultsToAccount === true
    ? `${name} is missing and no default account is set`
    : `${name} is missing`;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const text = (value: unknown, { separator = ',' }: Parameter): string =>
  Array.isArray(value) ? value.map(String).join(separator) : String(value);
