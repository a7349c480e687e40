import { encodeJson } from '../../gateway/json';
import type { RequestEcho } from '../../gateway/endpoint';

/** The address asked, with its query. */
export function fullUrl({ url, params }: RequestEcho): string {
  const query = Object.entries(params ?? {})
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return query === '' ? url : `${url}?${query}`;
}

/** The same request for `curl`. It carries no secret: the gateway knows its session by itself. */
export function curlOf(verb: string, request: RequestEcho, cacertPath: string | null): string {
  return [
    'curl',
    ...(cacertPath === null ? [] : ['--cacert', quote(cacertPath)]),
    ...(verb === 'GET' ? [] : ['-X', verb]),
    ...(request.json === undefined
      ? verb === 'GET'
        ? []
        : // IBKR answers 411 to a POST without a length.
          ['-d', quote('')]
      : ['-H', quote('Content-Type: application/json'), '-d', quote(encodeJson(request.json))]),
    quote(fullUrl(request)),
  ].join(' ');
}

/** The same call for Portico's command line. */
export const cliOf = (
  gatewayUrl: string,
  cacertPath: string | null,
  method: string,
  argumentsJson: string,
): string =>
  [
    'npm run -s gateway --',
    `--url ${quote(gatewayUrl)}`,
    ...(cacertPath === null ? [] : [`--cacert ${quote(cacertPath)}`]),
    `call ${method} ${quote(argumentsJson)}`,
  ].join(' ');

/** One word for a POSIX shell, whatever is in it. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
