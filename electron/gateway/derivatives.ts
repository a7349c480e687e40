import { z } from 'zod';
import type { Result } from '../../shared/result';
import { conidText, inQuery, text } from './arguments';
import type { Caller } from './caller';
import { endpoint, type Answer, type Answered } from './endpoint';
import type { GatewayError, GatewayErrorCode } from './gateway-error';
import { searchUnderlying, strikes } from './strikes';
import { figure, identity, label, row } from './wire';

const derivative = row({
  conid: identity,
  symbol: label,
  secType: label,
  exchange: label,
  right: label,
  strike: figure,
  currency: label,
  maturityDate: label,
  multiplier: figure,
  tradingClass: label,
});
export const derivativesWire = z.union([z.array(derivative), derivative]);
type Derivatives = z.output<typeof derivativesWire>;

export const secdefInfo = endpoint({
  area: 'contracts',
  verb: 'GET',
  path: '/iserver/secdef/info',
  parameters: {
    conid: inQuery(conidText, 'Contract id of the underlying.'),
    secType: inQuery(text, '`OPT`, `FOP`, `WAR`, `FUT`, …', { wireName: 'sectype' }),
    month: inQuery(text.optional(), 'Month such as `AUG23`.'),
    exchange: inQuery(
      text.optional(),
      'Exchange; the server’s default is SMART. Mandatory for futures options.',
    ),
    strike: inQuery(z.union([z.number(), text]).optional(), 'Strike; needed for options.'),
    right: inQuery(text.optional(), '`C` or `P`.'),
    issuerId: inQuery(text.optional(), 'Bonds only.'),
  },
  wire: derivativesWire,
  docs: { purpose: 'Derivatives of an underlying.', returns: 'Rows.', source: 'OpenAPI 2.28' },
});

interface DerivativesInput {
  readonly conid: string;
  readonly secType: string;
  readonly month?: string | undefined;
  readonly exchange?: string | undefined;
  readonly strike?: number | string | undefined;
  readonly right?: string | undefined;
  readonly issuerId?: string | undefined;
}

/**
 * Before the search and the strikes of a session IBKR knows no derivatives: empty, or an error, depending on the
 * day — GATEWAY_FACTS §5, GOTCHAS 61, read 2026-11. They are asked for then, once, and the question repeated.
 */
export async function derivativesAfterStrikes(
  caller: Caller,
  input: DerivativesInput,
): Answered<Derivatives> {
  const first = await caller.call(secdefInfo, input);
  const { conid, secType, month, exchange } = input;
  const mark = `derivatives ${conid} ${secType} ${month ?? ''} ${exchange ?? ''}`;
  if (!saysNothing(first) || caller.preflight.isDone(mark)) return first;
  if (!(await searchUnderlying(caller, conid))) return first;
  caller.preflight.done(mark);
  if (withStrikes.has(secType)) await caller.call(strikes, { conid, secType, month, exchange });
  const second = await caller.call(secdefInfo, input);
  return second.ok ? second : first;
}

const withStrikes: ReadonlySet<string> = new Set(['OPT', 'FOP', 'WAR']);
const emptyHanded: ReadonlySet<GatewayErrorCode> = new Set<GatewayErrorCode>([
  'no-data',
  'refused',
  'server-error',
  'not-found',
]);
const saysNothing = (answer: Result<Answer<Derivatives>, GatewayError>): boolean =>
  answer.ok
    ? Array.isArray(answer.value.data) && answer.value.data.length === 0
    : emptyHanded.has(answer.error.code);
