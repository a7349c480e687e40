import { z } from 'zod';
import { err, ok } from '../../shared/result';
import { inBody, integer } from './arguments';
import type { Caller } from './caller';
import { endpoint, type Answered } from './endpoint';
import { flag, row } from './wire';

export const unsubscribeOne = endpoint({
  area: 'marketData',
  verb: 'POST',
  path: '/iserver/marketdata/unsubscribe',
  parameters: { conid: inBody(integer, 'Contract id.') },
  wire: row({ success: flag }),
  docs: {
    purpose: 'Gives back one market-data line.',
    returns: '`{success: true}`.',
    source: 'OpenAPI 2.28',
  },
});
const outcome = row({ success: flag });
export const unsubscribeWire = z.record(z.string(), outcome);

/** A line that is not open is answered 404, or 500 `{"error":"unknown"}`: then there is nothing to cancel. */
export async function unsubscribeEach(
  caller: Caller,
  { conids }: { readonly conids: ReadonlyArray<number | bigint> },
): Answered<z.output<typeof unsubscribeWire>> {
  const answers = await Promise.all(
    conids.map(async (conid) => ({ conid, answer: await caller.call(unsubscribeOne, { conid }) })),
  );
  const data: Record<string, z.output<typeof outcome>> = {};
  for (const { conid, answer } of answers) {
    if (answer.ok) data[String(conid)] = answer.value.data;
    else if (answer.error.status === 404 || isUnknown(answer.error.status, answer.error.bodyText)) {
      data[String(conid)] = { success: true, nothingToCancel: true };
    } else return err(answer.error);
  }
  return ok({ data, request: { url: caller.url(unsubscribeOne.path), json: { conid: conids[0] } } });
}

const isUnknown = (status: number | undefined, body: string | undefined): boolean =>
  status === 500 && /^\s*\{\s*"error"\s*:\s*"unknown"\s*\}\s*$/.test(body ?? '');
