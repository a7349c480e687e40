import { z } from 'zod';
import type { TopicName, TopicSpec } from './topics';

const conid = z.union([z.number().int().positive(), z.string().regex(/^\d+(@[\w.]+)?$/)]);
const texts = z.union([z.string(), z.number()]).transform(String);
const list = z.union([texts, z.array(texts)]).transform((value) => (Array.isArray(value) ? value : [value]));
const exchange = z.string().min(1).exactOptional();
const perAccount = { accountId: z.string().min(1), keys: list.exactOptional(), fields: list.exactOptional() };

/** The arguments of each topic. */
export const topicArguments = {
  smd: z.strictObject({ conid, exchange, fields: list.default(['31', '84', '86']) }),
  smh: z.strictObject({
    conid,
    exchange,
    period: z.string().default('1d'),
    bar: z.string().default('5min'),
    outsideRth: z.boolean().exactOptional(),
    source: z.string().exactOptional(),
    format: z.string().exactOptional(),
  }),
  sor: z.strictObject({ filters: list.exactOptional() }),
  spl: z.strictObject({}),
  str: z.strictObject({
    realtimeUpdatesOnly: z.boolean().exactOptional(),
    days: z.number().int().min(1).max(7).exactOptional(),
  }),
  sbd: z.strictObject({ accountId: z.string().min(1), conid, exchange }),
  ssd: z.strictObject(perAccount),
  sld: z.strictObject(perAccount),
} satisfies Record<TopicName, z.ZodType>;

export const isTopicName = (name: string): name is TopicName => Object.hasOwn(topicArguments, name);

/** The subscription meant by loose arguments (command line, console), or what is wrong with them. */
export function topicFrom(topic: TopicName, input: unknown): TopicSpec | string {
  const parsed = topicArguments[topic].safeParse(input);
  // Each schema gives the members of its own topic.
  return parsed.success
    ? ({ topic, ...parsed.data } as TopicSpec)
    : z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' ');
}
