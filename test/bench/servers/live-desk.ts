import { createApp } from '../../../src/app.js';
import type { Stores } from '../../../src/domain/ports.js';
import { tokenHash } from '../../../src/http/token.js';
import { answersOf } from '../lib/live-server.js';
import { serve } from '../lib/child.js';

/** A desk with agents who are signed in: agent `n` has the cookie `agent-session-n`. */
const AGENTS = Number(process.env.AGENTS);
const DAY_MS = 86_400_000;

let stores!: Stores;
const app = await createApp({
  env: { ...process.env, LOG_LEVEL: 'error' },
  between: (opened) => (stores = opened),
});
for (let n = 0; n < AGENTS; n += 1) {
  const name = `agent${n}`;
  const account = { name, displayName: name, roles: [process.env.ROLE!], skills: [], active: true, failures: 0 };
  await stores.staff.create(account);
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + DAY_MS);
  await stores.sessions.create({ id: tokenHash(`agent-session-${n}`), name, csrf: 'none', createdAt, expiresAt });
}
await app.start();
await app.train();

serve(answersOf(), () => app.stop());
