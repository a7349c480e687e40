import { Agent, request } from 'node:https';
import { z } from 'zod';

export type Ask = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Asks the practice gateway over one kept connection. */
export function asker(url: string, ca: string): Ask {
  const agent = new Agent({ ca, keepAlive: true });
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const sent = body === undefined ? '' : JSON.stringify(body);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) };
      const outgoing = request(`${url}${path}`, { agent, method, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () => resolve(JSON.parse(text)));
      });
      outgoing.once('error', reject).end(sent);
    });
}

const found = z.array(
  z.object({
    conid: z.string(),
    sections: z.array(z.object({ secType: z.string(), months: z.string().optional() })),
  }),
);
const listing = z.array(z.object({ conid: z.number() }));
const exchanges = 'NASDAQ NYSE ARCA IBIS LSE EBS TSEJ SEHK CME NYMEX IDEALPRO'.split(' ');

/** Everything listed, then option chains until there are enough: each contract once. */
export async function contracts(ask: Ask, count: number): Promise<number[]> {
  await ask('GET', '/iserver/accounts');
  const conids = new Set<number>();
  for (const exchange of exchanges)
    for (const row of listing.parse(await ask('GET', `/trsrv/all-conids?exchange=${exchange}`)))
      conids.add(row.conid);
  for (const symbol of ['SPY', 'AAPL', 'MSFT', 'NVDA', 'TSLA']) {
    const [first] = found.parse(await ask('GET', `/iserver/secdef/search?symbol=${symbol}`));
    const months = first?.sections.find((section) => section.secType === 'OPT')?.months?.split(';') ?? [];
    for (const month of months)
      for (const right of ['C', 'P'])
        for (const row of listing.parse(
          await ask(
            'GET',
            `/iserver/secdef/info?conid=${first?.conid ?? ''}&sectype=OPT&month=${month}&right=${right}`,
          ),
        ))
          conids.add(row.conid);
    if (conids.size >= count) break;
  }
  return [...conids].slice(0, count);
}
