import { z } from 'zod';
import type { Endpoint, Parameter } from './endpoint';

/** How often an endpoint may be asked, in words. */
export const pacingOf = ({ docs }: Endpoint): string => docs.pacing ?? 'the global limit, 10 requests per s';

/** Where an argument goes on the wire, in words. */
export const whereOf = (name: string, { place, wireName }: Parameter): string =>
  place === 'none'
    ? (wireName ?? '—')
    : place === 'whole-body'
      ? 'the body'
      : `${place} \`${wireName ?? name}\``;

/** In words: what may be given. */
export function typeOf({ schema, defaultsToAccount }: Parameter): string {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' });
  const optional = schema.safeParse(undefined).success || defaultsToAccount === true;
  return `${[...new Set(wordsOf(shape))].join(' or ')}${optional ? ', optional' : ''}`;
}

type Shape = z.core.JSONSchema.BaseSchema;
function wordsOf(shape: Shape): string[] {
  const either = shape.anyOf ?? shape.oneOf;
  if (either !== undefined) return either.flatMap((part) => wordsOf(part));
  if (shape.enum !== undefined) return shape.enum.map((value) => `\`${JSON.stringify(value)}\``);
  if (shape.const !== undefined) return [`\`${JSON.stringify(shape.const)}\``];
  return [
    shape.type === 'array'
      ? 'list'
      : shape.type === undefined
        ? 'value'
        : String(shape.type).replace('string', 'text'),
  ];
}
