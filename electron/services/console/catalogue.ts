import type { z } from 'zod';
import type { ConsoleCatalogue, ConsoleMethod, ConsoleParameter } from '../../../shared/domain/console';
import type { Parameter, Parameters } from '../../gateway/endpoint';
import { pacingOf, typeOf, whereOf } from '../../gateway/endpoint-words';
import type { PreflightKind } from '../../gateway/preflight';
import { allEndpoints, type NamedEndpoint } from '../../gateway/registry';
import { topicArguments } from '../../gateway/topic-arguments';
import type { TopicName } from '../../gateway/topics';
import { dangerOf } from './dangers';

/** The gateway client's declarations, described for forms. `accountId` replaces the account of the examples. */
export const describeAll = (accountId: string | null): ConsoleCatalogue => ({
  methods: allEndpoints.map((entry) => describeMethod(entry, accountId)),
  topics: Object.entries(topicArguments).map(([name, schema]) => ({
    name,
    purpose: topicPurposes[name as TopicName],
    parameters: Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([key, member]) =>
      describeParameter(key, { place: 'body', schema: member, doc: topicDocs[key] ?? '' }),
    ),
    example: withAccount(topicExamples[name as TopicName], accountId),
  })),
});

const preflights: Readonly<Record<PreflightKind, string>> = {
  accounts: 'The accounts are read first, once in a session: without that IBKR answers emptily.',
  portfolio: 'The portfolio’s accounts are read first, once in a session.',
};

const describeMethod = (
  { name, area, endpoint }: NamedEndpoint,
  accountId: string | null,
): ConsoleMethod => ({
  ...{ name, area, extra: endpoint.extra === true, verb: endpoint.verb, path: endpoint.path },
  purpose: endpoint.docs.purpose,
  returns: endpoint.docs.returns,
  errors: endpoint.docs.errors ?? 'the common ones',
  pacing: pacingOf(endpoint),
  preflight: endpoint.preflight === undefined ? null : preflights[endpoint.preflight],
  source: endpoint.docs.source,
  parameters: Object.entries(endpoint.parameters satisfies Parameters)
    // A function cannot be typed into a form.
    .filter(([key]) => key !== 'onQuestion')
    .map(([key, parameter]) => describeParameter(key, parameter)),
  example: withAccount(endpoint.docs.example ?? {}, accountId),
  danger: dangerOf(name),
});

function describeParameter(name: string, parameter: Parameter): ConsoleParameter {
  const type = typeOf(parameter);
  const words = type.replace(/, optional$/, '').split(' or ');
  return {
    ...{ name, type, doc: parameter.doc, where: whereOf(name, parameter) },
    ...inputOf(words, parameter.schema),
    required: !type.endsWith(', optional'),
  };
}

function inputOf(
  words: ReadonlyArray<string>,
  schema: z.ZodType,
): Pick<ConsoleParameter, 'input' | 'choices'> {
  const choices = words.filter((word) => word.startsWith('`')).map((word) => word.slice(1, -1));
  if (choices.length > 0 && words.includes('boolean'))
    return { input: 'choice', choices: ['true', 'false', ...choices] };
  if (choices.length === words.length) return { input: 'choice', choices };
  if (words.includes('list')) return { input: takesTexts(schema) ? 'list' : 'json', choices: [] };
  if (words.includes('text')) return { input: 'text', choices: [] };
  if (words.includes('boolean')) return { input: 'boolean', choices: [] };
  return {
    input: words.some((word) => word === 'integer' || word === 'number') ? 'number' : 'json',
    choices: [],
  };
}

const takesTexts = (schema: z.ZodType): boolean =>
  schema.safeParse(['1']).success || schema.safeParse(['AAPL']).success;

const withAccount = (example: Readonly<Record<string, unknown>>, accountId: string | null): string =>
  JSON.stringify(example, null, 2).replaceAll('U1234567', accountId ?? 'U1234567');

const topicPurposes: Readonly<Record<TopicName, string>> = {
  smd: 'Quotes of one contract: the fields asked for, then what changed.',
  smh: 'Price bars of one contract, then the current bar as it grows.',
  sor: 'Orders of this session, then their changes.',
  spl: 'Profit and loss of the selected account, by account and model.',
  str: 'Executions, then new ones as they happen.',
  sbd: 'The order book of one contract, where the account has the subscription.',
  ssd: 'The account’s summary, then its changes.',
  sld: 'The account’s ledger, then its changes.',
};

const topicDocs: Readonly<Record<string, string>> = {
  conid: 'Contract id; `265598@SMART` names an exchange.',
  exchange: 'Exchange; the contract’s best route without it.',
  fields: 'Field numbers of a quote, such as 31 (last), 84 (bid), 86 (ask).',
  period: 'How far back, such as `1d`.',
  bar: 'Length of a bar, such as `5min`.',
  outsideRth: 'True for bars outside regular trading hours too.',
  source: '`trades`, `midpoint`, `bid_ask`, `bid` or `ask`.',
  format: 'Which figures a bar has, such as `%o/%c/%h/%l`.',
  filters: 'Order statuses.',
  realtimeUpdatesOnly: 'True leaves out what happened before.',
  days: 'Days back, 1 to 7.',
  accountId: 'Account id.',
  keys: 'Only these keys.',
};

const topicExamples: Readonly<Record<TopicName, Readonly<Record<string, unknown>>>> = {
  smd: { conid: 265598, fields: ['31', '84', '86'] },
  smh: { conid: 265598, period: '1d', bar: '5min' },
  sor: {},
  spl: {},
  str: { days: 1 },
  sbd: { accountId: 'U1234567', conid: 265598 },
  ssd: { accountId: 'U1234567' },
  sld: { accountId: 'U1234567' },
};
