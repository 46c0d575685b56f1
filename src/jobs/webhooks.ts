import { createHmac } from 'node:crypto';
import type { Case } from '../domain/case.js';
import { eventsOf, type WebhookDelivery, type WebhookStore } from '../domain/webhook.js';

const AT_ONCE = 20;
const TRIES = 8;
const FIRST_WAIT_MS = 30_000;

interface Needs {
  webhooks: WebhookStore;
  now(): Date;
  /** Answers the HTTP status; throws when none came. */
  post(url: string, body: string, headers: Record<string, string>): Promise<number>;
}

/** Owes whoever wants to know what a case's last decision changed; a no-op for what is owed already. */
export function oweWebhooks({ webhooks, now }: Pick<Needs, 'webhooks' | 'now'>): (of: Case) => Promise<void> {
  return async (of) => {
    const events = of.effectsDue ? eventsOf(of, of.effectsDue) : [];
    if (events.length === 0) return;
    const owed = (await webhooks.all()).flatMap(({ id: webhookId, events: wanted }) =>
      events
        .filter(({ event }) => wanted.includes(event))
        .map(({ key, event, data }): WebhookDelivery => {
          const id = `${webhookId}/${key}`;
          const body = JSON.stringify({ id, event, data });
          return { id, webhookId, event, body, state: 'owed', attempts: 0, due: now(), at: now() };
        }),
    );
    if (owed.length > 0) await webhooks.owe(owed);
  };
}

/** Sends what is due; each try is counted before it is made, so that a crash costs a try and never a delivery. */
export async function sendWebhooks({ webhooks, now, post }: Needs): Promise<void> {
  const known = new Map((await webhooks.all()).map((one) => [one.id, one]));
  const send = async ({ id, webhookId, attempts, body }: WebhookDelivery): Promise<void> => {
    const to = known.get(webhookId);
    const wait = FIRST_WAIT_MS * 4 ** attempts;
    const tried = { attempts: attempts + 1, due: new Date(now().getTime() + wait) };
    if (!(await webhooks.update(id, attempts, tried))) return;
    const failed = to ? await problemOf(to) : 'the webhook was removed';
    if (failed === undefined) await webhooks.update(id, attempts + 1, { state: 'delivered', due: undefined });
    else {
      const dead = !to || attempts + 1 >= TRIES;
      await webhooks.update(id, attempts + 1, {
        error: failed.slice(0, 200),
        ...(dead && { state: 'dead', due: undefined }),
      });
    }

    async function problemOf({ url, secret }: { url: string; secret: string }): Promise<string | undefined> {
      const at = Math.floor(now().getTime() / 1000);
      const signature = `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
      const headers = { 'X-Redress-Signature': signature, 'X-Redress-Delivery': id };
      const status = await post(url, body, headers).catch((error: unknown) =>
        error instanceof Error ? error.message : 'unknown',
      );
      return typeof status === 'number' && status >= 200 && status < 300 ? undefined : String(status);
    }
  };
  await Promise.all((await webhooks.due(now(), AT_ONCE)).map(send));
}
