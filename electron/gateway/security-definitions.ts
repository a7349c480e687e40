import { z } from 'zod';
import { ok } from '../../shared/result';
import { conidText, inQuery, oneOrMany } from './arguments';
import type { Caller } from './caller';
import type { Answered } from './endpoint';
import { figure, label, row, identity } from './wire';
import { inChunks } from './chunks';

const definition = row({
  conid: identity,
  name: label,
  assetClass: label,
  currency: label,
  ticker: label,
  fullName: label,
  strike: figure,
  multiplier: figure,
});
const wire = row({ secdef: z.array(definition) });

const single = {
  area: 'contracts',
  verb: 'GET',
  path: '/trsrv/secdef',
  parameters: {
    conids: inQuery(oneOrMany(conidText), 'One contract id or several; lists over 200 are split.'),
  },
  wire,
  // All ids unknown: 204 without a body.
  emptyMeans: { secdef: [] },
  docs: {
    purpose: 'Definitions of contracts.',
    returns: '`secdef`: one entry per known id; unknown ids are absent.',
    source: 'OpenAPI 2.28',
    example: { conids: [265598, 8314] },
  },
} as const;

export const securityDefinitions = {
  ...single,
  run: async (
    caller: Caller,
    { conids }: { readonly conids: ReadonlyArray<string> },
  ): Answered<z.output<typeof wire>> => {
    const answer = await inChunks(conids, 200, (chunk) => caller.call(single, { conids: chunk }));
    return answer.ok
      ? ok({
          ...answer.value,
          data: { ...answer.value.data[0], secdef: answer.value.data.flatMap(({ secdef }) => secdef) },
        })
      : answer;
  },
};
