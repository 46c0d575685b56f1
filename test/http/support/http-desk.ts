import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Express } from 'express';
import request from 'supertest';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { Logger, StaffAccount, Stores } from '../../../src/domain/ports.js';
import type { Playbook } from '../../../src/domain/playbook.js';
import { RedressError } from '../../../src/errors.js';
import { createMetrics } from '../../../src/http/health/metrics.js';
import type { HttpPorts } from '../../../src/http/http-ports.js';
import { createHttp } from '../../../src/http/server.js';
import type { Change } from '../../../src/http/staff-ports.js';
import { hashPassword } from '../../../src/http/staff/passwords.js';
import { SignedLinks } from '../../../src/http/token.js';
import { openStorage } from '../../../src/storage/open-storage.js';
import { FakeOperations, VERBS } from './fake-operations.js';

export const PASSWORD = 'a long password';
const PLAYBOOK = {
  id: 'travel',
  languages: ['zh-CN'],
  roles: [{ id: 'service' }, { id: 'department-head' }, { id: 'leader' }],
  departments: [{ id: 'tours' }],
  superiors: {},
} as unknown as Playbook;

/** The doors over real stores in a folder of their own; what they need beyond the stores is faked. */
export class HttpDesk {
  now = new Date('2026-03-02T01:00:00Z');
  readonly logged: string[] = [];
  readonly watchers = new Set<(change: Change) => void>();
  unready: string | undefined;
  answers: unknown[] = [];

  private constructor(
    private readonly folder: string,
    readonly stores: Stores,
    readonly ports: HttpPorts,
    readonly app: Express,
    readonly operations: FakeOperations,
  ) {}

  static async open(over: Partial<HttpPorts> = {}): Promise<HttpDesk> {
    const folder = mkdtempSync(join(tmpdir(), 'redress-http-'));
    for (const page of ['chat', 'case', 'console', 'assets']) mkdirSync(join(folder, 'web', page), { recursive: true });
    for (const page of ['chat', 'case', 'console'])
      writeFileSync(join(folder, 'web', page, 'index.html'), `<!doctype html><title>${page}</title>`);
    writeFileSync(join(folder, 'web', 'assets', 'a-1.js'), 'export {}');
    writeFileSync(join(folder, 'web', 'embed.js'), '0');
    const now = () => desk.now;
    const stores = await openStorage({ dataDir: folder, now });
    let count = 0;
    const next = () => `id-${String((count += 1)).padStart(20, '0')}`;
    const ids = { next, inOrder: next };
    const changed = (change: Change) => desk.watchers.forEach((look) => look(change));
    const operations = new FakeOperations(stores, ids, changed);
    const log = (fields: object, text: string) => void desk.logged.push(`${text} ${JSON.stringify(fields)}`);
    const ports: HttpPorts = {
      stores,
      ids,
      now,
      log: { debug: log, info: log, warn: log, error: log } as Logger,
      allowedOrigins: ['https://hotel.example'],
      publicUrl: 'http://localhost:3978',
      shared: false,
      playbook: (id) => (id === PLAYBOOK.id ? PLAYBOOK : undefined),
      playbooks: () => [PLAYBOOK],
      defaultPlaybook: () => PLAYBOOK,
      openConversation: async ({ id, tokenHash, playbookId }) => {
        const conversation = fakeConversation({ id, tokenHash, playbookId });
        await stores.conversations.create(conversation);
        return conversation;
      },
      take: async () => ({ duplicate: false }),
      fileLinkOf: (fileId) => `/files/${fileId}?key=k`,
      settled: async () => undefined,
      watch: () => () => undefined,
      links: new SignedLinks('a secret of the desk that is long enough'),
      customerView: async ({ number, stage, status }) => ({ number, stage, status }),
      answerCase: async (number, answer, cause) => {
        desk.answers.push({ number, answer, cause });
        if (answer.id === 'gone') return { ok: false, code: 'NOT_NOW', message: 'This question is closed.' };
        return { ok: true, case: (await stores.cases.find(number))! };
      },
      verbs: VERBS,
      perform: operations.perform,
      performOnConversation: operations.performOnConversation,
      viewCase: async ({ number, stage, status, timeline, fields }) => ({
        number,
        stage,
        status,
        timeline,
        fields,
        allowed: [],
      }),
      word: ({ key, values }) => `${key} ${JSON.stringify(values)}`,
      notify: async (notifications) => {
        await stores.notifications.add(notifications);
        for (const { to } of notifications) changed({ person: to });
      },
      suggest: async () => undefined,
      privateWebhooks: false,
      channels: async () => [],
      checkChannel: async () => undefined,
      replayLetter: (id) => stores.messages.update(id, { state: 'parked' }, { state: 'received' }),
      playbookFaults: () => [],
      watchDesk: (look) => {
        desk.watchers.add(look);
        return () => void desk.watchers.delete(look);
      },
      ready: async () => {
        if (desk.unready) throw new RedressError('UNAVAILABLE', desk.unready);
        await stores.ping();
      },
      notes: () => ['a playbook does not check'],
      metrics: createMetrics(async () => 3),
      webRoot: join(folder, 'web'),
      mounts: [],
      ...over,
    };
    const desk = new HttpDesk(folder, stores, ports, createHttp(ports), operations);
    return desk;
  }

  async close(): Promise<void> {
    await this.stores.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  /** An account with PASSWORD. */
  async hire(name: string, roles: string[], over: Partial<StaffAccount> = {}): Promise<void> {
    passwordHash ??= hashPassword(PASSWORD, 'salt', { N: 16, r: 1, p: 1 }); // what it costs is stored with it
    await this.stores.staff.create({
      name,
      displayName: name.toUpperCase(),
      roles,
      skills: [],
      active: true,
      failures: 0,
      passwordHash: await passwordHash,
      ...over,
    });
  }

  /** A person with a session of their own; the account is made when there is none. */
  async as(name: string, ...roles: string[]): Promise<StaffClient> {
    if (!(await this.stores.staff.find(name))) await this.hire(name, roles);
    const answer = await this.signIn(name, PASSWORD);
    if (answer.status !== 200) throw new Error(`signing in as ${name}: ${answer.status} ${answer.text}`);
    const cookie = answer.get('set-cookie')![0]!.split(';')[0]!;
    return new StaffClient(this.app, cookie, (answer.body as { csrf: string }).csrf);
  }

  signIn(name: unknown, password: unknown, from = '203.0.113.1') {
    return request(this.app)
      .post('/desk/api/v1/session')
      .set('X-Forwarded-For', from)
      .send({ name, password } as object);
  }
}

let passwordHash: Promise<string> | undefined;

/** Requests with a person's cookie and token. */
export class StaffClient {
  constructor(
    readonly app: Express,
    readonly cookie: string,
    readonly csrf: string,
  ) {}

  get(path: string) {
    return request(this.app)
      .get(path.startsWith('/desk/') ? path : `/desk/api/v1${path}`)
      .set('Cookie', this.cookie);
  }

  send(method: 'post' | 'patch' | 'delete', path: string, body?: object, headers: Record<string, string> = {}) {
    const one = request(this.app)[method](`/desk/api/v1${path}`).set('Cookie', this.cookie);
    return one.set({ 'X-CSRF-Token': this.csrf, ...headers }).send(body);
  }

  post(path: string, body?: object, headers?: Record<string, string>) {
    return this.send('post', path, body, headers);
  }
}

export function fakeConversation(over: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    version: 1,
    channel: 'web-chat',
    account: 'default',
    user: 'user-1',
    address: {},
    customerId: 'customer-1',
    playbookId: 'travel',
    language: 'zh-CN',
    languageChosen: false,
    control: { by: 'bot' },
    dialog: { greeted: true, insults: 0, said: [], memory: {} },
    asks: [],
    seq: 0,
    recent: [],
    createdAt: new Date('2026-03-02T00:50:00Z'),
    heardFromAt: new Date('2026-03-02T00:55:00Z'),
    ...over,
  };
}
