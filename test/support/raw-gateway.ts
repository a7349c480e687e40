import { readFile } from 'node:fs/promises';
import { request } from 'node:https';

/** Asks a gateway as any program would, past the app and its client. */
export async function askGateway(
  { url, cacert }: { readonly url: string; readonly cacert: string },
  method: string,
  path: string,
): Promise<unknown> {
  const ca = await readFile(cacert);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}${path}`,
      { ca, method, headers: { 'content-length': 0, 'user-agent': 'raw' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.once('end', () => resolve(JSON.parse(text)));
      },
    );
    outgoing.once('error', reject).end();
  });
}
