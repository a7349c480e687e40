import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import WebSocket from 'ws';
import { hostileTexts } from './hostile-texts';
import type { PracticeProcess } from './practice-process';
import {
  startScriptedGateway,
  type Answer,
  type ScriptedGateway,
  type SeenRequest,
} from './scripted-gateway';

/** `'beside'` leaves what the client must recognise and adds the payload to every text; `'instead'` spares nothing. */
export type Hostility = 'none' | 'beside' | 'instead';

export interface HostileGateway extends ScriptedGateway {
  hostility: Hostility;
  /** Names of the fields that carried a payload, with their path: `/iserver/contract/#/info company_name`. */
  readonly poisoned: Set<string>;
}

// What the client compares, parses or sends back: ids, codes, dates, numbers in text.
const recognised =
  /^-?[\d,.]*%?[KMB]?$|^[A-Z]{0,3}\d{5,}$|^\d{8}([- ].*)?$|^\d{4}-\d\d-\d\d|^[A-Z]{3}$|^(true|false)$|^s[a-z]{2}\+/;
const recognisedFields =
  /^(conid|acct|account|accountId|id|topic|secType|assetClass|sec_type|type|status|order_status|side|tif|orderType|order_ref|cOID|local_order_id|symbol|ticker|exchange|listingExchange|currency|freq|range|session|6509|server_id|_updated|authenticated|selectedAccount|instrument_type|timeZoneId|execution_id|message|error)$/i;

/** A gateway between the app and a practice gateway that writes harmful text into its answers and frames. */
export async function startHostileGateway(practice: PracticeProcess): Promise<HostileGateway> {
  const ca = readFileSync(practice.cacert);
  const gateway = await startScriptedGateway();
  const poisoned = new Set<string>();
  const start: Hostility = 'none';
  const hostile: HostileGateway = Object.assign(gateway, { hostility: start, poisoned });
  let next = 0;

  const poison = (value: unknown, where: string, field = ''): unknown => {
    if (Array.isArray(value)) return value.map((entry: unknown) => poison(entry, where, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, poison(entry, where, name)]),
      );
    if (typeof value !== 'string' || value === '') return value;
    const text = hostileTexts[(next += 1) % hostileTexts.length] ?? '';
    if (hostile.hostility === 'instead') return (poisoned.add(`${where} ${field}`), text);
    if (recognised.test(value) || recognisedFields.test(field)) return value;
    poisoned.add(`${where} ${field}`);
    return `${value} ${text}`;
  };
  const poisonJson = (text: string, where: string): string => {
    if (hostile.hostility === 'none') return text;
    try {
      return JSON.stringify(poison(JSON.parse(text), where));
    } catch {
      return text;
    }
  };

  gateway.answer = (seen) => forward(practice, ca, seen, poisonJson);
  gateway.onSocket = (socket, { headers }) => {
    const onward = new WebSocket(practice.wsUrl, { ca, headers: { cookie: headers.cookie ?? '' } });
    const waiting: string[] = [];
    onward.on('open', () => waiting.splice(0).forEach((frame) => onward.send(frame)));
    socket.on('message', (data: Buffer) => {
      if (onward.readyState === WebSocket.OPEN) onward.send(data.toString());
      else waiting.push(data.toString());
    });
    onward.on('message', (data: Buffer) => socket.send(poisonJson(data.toString(), 'websocket')));
    onward.on('error', () => socket.terminate()).on('close', () => socket.terminate());
    socket.on('close', () => onward.terminate());
  };
  return hostile;
}

function forward(
  practice: PracticeProcess,
  ca: Buffer,
  { method, path, query, body, headers }: SeenRequest,
  poisonJson: (text: string, where: string) => string,
): Promise<Answer> {
  const { origin, host } = new URL(practice.url);
  return new Promise((resolve) => {
    const sent = request(
      `${origin}${path}${query === '' ? '' : `?${query}`}`,
      { ca, method, headers: { ...headers, host, 'accept-encoding': 'identity' } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = poisonJson(Buffer.concat(chunks).toString(), path.replaceAll(/\d+/g, '#'));
          const cookie = response.headers['set-cookie'];
          resolve({
            status: response.statusCode ?? 502,
            text,
            ...(cookie === undefined ? {} : { headers: { 'set-cookie': cookie.join('; ') } }),
          });
        });
      },
    );
    sent.on('error', () => resolve('drop'));
    sent.end(body);
  });
}
