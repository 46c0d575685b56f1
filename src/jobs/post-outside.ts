import { lookup as resolveName } from 'node:dns';
import { request as plain, type RequestOptions } from 'node:http';
import { request as secure } from 'node:https';
import { isPrivateAddress, namesPrivatePlace } from '../domain/webhook.js';

const PATIENCE_MS = 10_000;

/** Posts JSON to another system; answers its status. Follows no redirect, and unless allowed reaches no private address, whatever its name resolves to. */
export function postOutside(
  url: string,
  body: string,
  headers: Record<string, string>,
  allowPrivate: boolean,
): Promise<number> {
  const to = new URL(url);
  if (!allowPrivate && namesPrivatePlace(to)) return Promise.reject(new Error('the address is private'));
  const options: RequestOptions = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...(!allowPrivate && { lookup: publicOnly }),
  };
  return new Promise((resolve, reject) => {
    const sent = (to.protocol === 'https:' ? secure : plain)(to, options, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** The connection goes to the very addresses that were looked at, so a name cannot change its mind in between. */
const publicOnly: NonNullable<RequestOptions['lookup']> = (host, options, callback) => {
  resolveName(host, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, []);
    if (found.some(({ address }) => isPrivateAddress(address)))
      return callback(new Error('the address is private'), []);
    if (options.all) callback(null, found);
    else callback(null, found[0]!.address, found[0]!.family);
  });
};
