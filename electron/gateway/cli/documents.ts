import type { Area } from '../endpoint';
import { pacingOf, typeOf, whereOf } from '../endpoint-words';
import { errorWords } from '../gateway-error-words';
import { allEndpoints, type NamedEndpoint } from '../registry';

export const usage = `Usage: gateway [options] COMMAND

  list                    the reference's methods, one a line with their area (--all: extras too)
  help METHOD             purpose, arguments, answer and errors of a method
  call METHOD 'JSON'      calls it; prints {"data", "request"} or {"error"}, exit code 0 or 1
  watch TOPIC 'JSON'      streams frames of smd, smh, sor, spl, str, sbd, ssd or sld (--frames N: stops after N)
  docs                    docs/gateway-api.md

Options
  --url URL               base address, such as https://127.0.0.1:5000/v1/api
  --host, --port, --base-route   its parts, where --url is not given
  --cacert PEM            the certificate authority to trust
  --account ID            account where a method is given none
  --timeout MS            deadline of one read (10000)

Example
  gateway --url https://127.0.0.1:5000/v1/api --cacert ca.pem call searchContractBySymbol '{"symbol":"AAPL"}'`;

export function describeEndpoint({ name, area, endpoint }: NamedEndpoint): string {
  const { docs } = endpoint;
  const lines = Object.entries(endpoint.parameters).map(
    ([key, parameter]) => `  ${key} (${typeOf(parameter)}) ${parameter.doc}`,
  );
  return [
    `${area}.${name}`,
    docs.purpose,
    '',
    `${endpoint.verb} ${endpoint.path}`,
    lines.length === 0 ? 'No arguments.' : `Arguments\n${lines.join('\n')}`,
    `Returns\n  ${docs.returns}`,
    ...(docs.errors === undefined ? [] : [`Errors\n  ${docs.errors}`]),
    `Pacing\n  ${pacingOf(endpoint)}`,
    `Source\n  ${docs.source}`,
    `Example\n  gateway call ${name} '${JSON.stringify(docs.example ?? {})}'`,
  ].join('\n');
}

/** The whole of docs/gateway-api.md; a test holds the file to it. */
export function documentAll(): string {
  const areas = [...new Set(allEndpoints.map(({ area }) => area))];
  return [
    '# The gateway client, method by method',
    '',
    '*Generated from `electron/gateway/endpoints` by `npm run -s gateway -- docs > docs/gateway-api.md`. Do not edit.*',
    '',
    'Every method takes one object and answers `{data, request}`, or an error with a `code`. Conids and ids may be given as numbers or text. `null` counts as absent; an argument not listed is refused. Global pacing is 10 requests per s, orders first; reads are repeated up to three times on time-outs and connection errors, everything else is sent once. `notKnownYet: true` beside an answer means that IBKR has not said that this is all.',
    '',
    ...areas.flatMap((area) => [
      `## ${titles[area]}`,
      '',
      ...allEndpoints.filter((entry) => entry.area === area).flatMap(section),
    ]),
    '## Errors',
    '',
    '| code | what happened | what it means | what to do |',
    '|---|---|---|---|',
    ...Object.entries(errorWords).map(
      ([code, { message, meaning, action }]) => `| \`${code}\` | ${message} | ${meaning} | ${action} |`,
    ),
    '',
  ].join('\n');
}

const titles: Readonly<Record<Area, string>> = {
  accounts: 'Accounts',
  alerts: 'Alerts',
  contracts: 'Contracts',
  marketData: 'Market data',
  orders: 'Orders',
  portfolio: 'Portfolio',
  scanners: 'Scanners',
  session: 'Session',
  watchlists: 'Watchlists',
};

function section({ name, endpoint }: NamedEndpoint): string[] {
  const { docs } = endpoint;
  const rows = Object.entries(endpoint.parameters).map(
    ([key, parameter]) =>
      `| \`${key}\` | ${whereOf(key, parameter)} | ${typeOf(parameter)} | ${parameter.doc.replaceAll('|', '\\|')} |`,
  );
  return [
    `### ${name}${endpoint.extra === true ? ' (extra)' : ''}`,
    '',
    docs.purpose,
    '',
    `\`${endpoint.verb} ${endpoint.path}\``,
    '',
    ...(rows.length === 0
      ? ['No arguments.', '']
      : ['| argument | on the wire | type | meaning |', '|---|---|---|---|', ...rows, '']),
    `- **Returns** ${docs.returns}`,
    `- **Errors** ${docs.errors ?? 'the common ones'}`,
    `- **Pacing** ${pacingOf(endpoint)}`,
    `- **Source** ${docs.source}`,
    '',
  ];
}
