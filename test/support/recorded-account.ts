import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScriptedGateway, type ScriptedGateway } from './scripted-gateway';

const folder = join(import.meta.dirname, '../../../shared/fixtures/recorded');

/** The answer of one recording, read where it lies. */
export const recorded = (file: string): unknown =>
  (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { response: unknown }).response;

/** One real account as it was recorded, by the path below `/v1/api`. */
const recordings: Readonly<Record<string, string>> = {
  '/iserver/auth/status': 'session/GET-auth-status--conduit.json',
  '/tickle': 'session/POST-tickle--conduit.json',
  '/iserver/accounts': 'accounts/iserver-accounts-full--conduit.json',
  '/portfolio/accounts': 'portfolio/GET-portfolio-subaccounts--conduit.json',
  '/portfolio/subaccounts2': 'portfolio/subaccounts2-full--conduit.json',
  '/portfolio/U1234567/summary': 'portfolio/summary-full--conduit.json',
  '/portfolio/U1234567/ledger': 'portfolio/ledger-full--conduit.json',
  '/portfolio/U1234567/allocation': 'portfolio/GET-portfolio-allocation--conduit.json',
  '/portfolio/U1234567/combo/positions': 'portfolio/combo-positions-full--conduit.json',
  '/portfolio2/U1234567/positions': 'portfolio/portfolio2-positions-full--conduit.json',
  '/portfolio/U1234567/positions/0': 'portfolio/positions-cold-read-2nd-enriched--conduit.json',
  '/pa/allperiods': 'pa/allperiods-full--conduit.json',
  '/pa/transactions': 'pa/transactions-full--conduit.json',
};

/** What the desk asks besides, in the fewest words that are true of a quiet account. */
const quiet: Readonly<Record<string, unknown>> = {
  '/iserver/account/orders': { orders: [], snapshot: true },
  '/iserver/account/trades': [],
  '/iserver/marketdata/snapshot': [],
  '/iserver/watchlists': { data: { user_lists: [] } },
  '/fyi/notifications': [],
  '/iserver/account/pnl/partitioned': { upnl: {} },
};

/**
 * An HTTPS and websocket server that knows nothing of our code and answers with one account's recordings.
 * `instead` answers some paths with another recording, or fails them with a status.
 */
export async function startRecordedAccount(): Promise<
  ScriptedGateway & { readonly instead: Map<string, string | number> }
> {
  const instead = new Map<string, string | number>();
  const server = await startScriptedGateway();
  server.answer = ({ path: whole }) => {
    const path = whole.replace('/v1/api', '');
    const chosen = instead.get(path) ?? recordings[path];
    if (typeof chosen === 'number') return { status: chosen, json: { error: 'Service Unavailable' } };
    if (chosen !== undefined) return { json: recorded(chosen) };
    return path in quiet ? { json: quiet[path] } : { status: 404, json: { error: 'Not recorded' } };
  };
  server.onSocket = (socket) => {
    socket.send(JSON.stringify({ topic: 'system', success: 'recorded', isFT: false, isPaper: true }));
    socket.send(JSON.stringify({ topic: 'sts', args: { authenticated: true, competing: false } }));
  };
  return Object.assign(server, { instead });
}
