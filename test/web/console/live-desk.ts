import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type Overrides } from '../../../src/app.js';
import { builtWeb } from '../built-web.js';

const MODELS: NonNullable<Overrides['models']> = new Map();
export const PASSWORD = 'a-long-password';

export interface Hired {
  name: string;
  displayName: string;
  roles: string[];
}

interface More {
  /** A procedure of the test's own, served beside the built-in ones. */
  yaml?: string;
  clock?: Overrides['clock'];
  env?: Record<string, string>;
}

/** A whole desk that listens, with people who can sign in; customers file by the public chat contract. */
export class LiveDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'redress-console-'));
  base = '';
  app!: App;
  #env: Record<string, string | undefined> = {};
  #clock: Overrides['clock'];

  static async open(people: Hired[], playbook = 'travel', { yaml, clock, env }: More = {}): Promise<LiveDesk> {
    const desk = new LiveDesk();
    const port = await freePort();
    desk.base = `http://localhost:${port}`;
    desk.#clock = clock;
    desk.#env = {
      PORT: String(port),
      DATA_DIR: join(desk.folder, 'data'),
      PLAYBOOK: playbook,
      PLAYBOOK_DIR: yaml && join(desk.folder, 'playbooks'),
      DEMO: '0',
      ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'silent',
      ...env,
    };
    await desk.start(yaml);
    const admin = await desk.staff('admin');
    for (const person of people) {
      const { link } = (await admin('POST', '/staff', person)) as { link: string };
      await admin('POST', `/invitations/${link.split('/').at(-1)}`, { password: PASSWORD });
    }
    return desk;
  }

  /** Starts, also again after `app.stop()` on the same data and port; with `yaml` as the desk's own playbook. */
  async start(yaml?: string): Promise<void> {
    const { PLAYBOOK_DIR, PLAYBOOK } = this.#env;
    if (yaml && PLAYBOOK_DIR) {
      mkdirSync(PLAYBOOK_DIR, { recursive: true });
      writeFileSync(join(PLAYBOOK_DIR, `${PLAYBOOK}.yaml`), yaml);
    }
    this.app = await createApp({ env: this.#env, models: MODELS, webRoot: builtWeb(), clock: this.#clock });
    await this.app.start();
  }

  /** A person's session of the staff API, beside any browser. */
  async staff(name: string): Promise<(method: string, path: string, body?: object) => Promise<unknown>> {
    const api = `${this.base}/desk/api/v1`;
    const json = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ name, password: PASSWORD });
    const signedIn = await fetch(`${api}/session`, { method: 'POST', headers: json, body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const { csrf } = (await signedIn.json()) as { csrf: string };
    return async (method, path, sent) => {
      const headers = { cookie, 'X-CSRF-Token': csrf, ...(sent && json) };
      const answer = await fetch(api + path, { method, headers, body: sent && JSON.stringify(sent) });
      const read: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(read)}`);
      return read;
    };
  }

  /** A customer in the web chat, by its public contract. */
  async customer(locale = 'zh-CN'): Promise<Customer> {
    const answer = await fetch(`${this.base}/chat/conversations`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ locale }),
    });
    const { conversationId, token } = (await answer.json()) as { conversationId: string; token: string };
    return new Customer(`${this.base}/chat/conversations/${conversationId}`, conversationId, token, () =>
      this.app.idle(),
    );
  }

  async close(): Promise<void> {
    await this.app.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Customer {
  #count = 0;

  constructor(
    private readonly path: string,
    readonly id: string,
    private readonly token: string,
    private readonly idle: () => Promise<void>,
  ) {}

  get #headers() {
    return { 'Content-Type': 'application/json', Authorization: `Bearer ${this.token}` };
  }

  async says(text: string): Promise<void> {
    await this.#post({ text });
  }

  async #post(body: object): Promise<void> {
    const id = `${this.id}-${(this.#count += 1)}`;
    await fetch(`${this.path}/messages`, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ id, ...body }),
    });
    await this.idle();
  }

  /** Uploads a file and sends it; answers the upload's status. */
  async sends(name: string, bytes: Uint8Array, text: string): Promise<number> {
    const form = new FormData();
    form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    const { Authorization } = this.#headers;
    const answer = await fetch(`${this.path}/files`, { method: 'POST', headers: { Authorization }, body: form });
    const { fileId } = (await answer.json()) as { fileId?: string };
    await this.#post({ text, ...(fileId && { files: [fileId] }) });
    return answer.status;
  }

  async heard(): Promise<
    { from: string; text: string; choices?: { id: string; label: string }[]; receipt?: object }[]
  > {
    const answer = await fetch(`${this.path}/messages`, { headers: this.#headers });
    return ((await answer.json()) as { messages: never[] }).messages;
  }

  /** Says each of these, one after the other, then submits; answers the number of the case. */
  async files(...said: string[]): Promise<string> {
    for (const text of said) await this.says(text);
    const last = (await this.heard()).at(-1);
    const choice = last?.choices?.find(({ id }) => /submit/.test(id));
    if (choice) await this.#post({ choice: choice.id });
    const receipt = (await this.heard()).find((one) => one.receipt)?.receipt as { number: string } | undefined;
    if (!receipt) throw new Error(`no receipt: ${JSON.stringify(await this.heard())}`);
    return receipt.number;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
