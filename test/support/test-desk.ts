import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type Overrides } from '../../src/app.js';
import { ScriptedChannel } from '../../src/commands/replay/scripted-channel.js';
import type { Person } from '../../src/domain/staff.js';

/** Trained once for all desks of a test file. */
const MODELS: NonNullable<Overrides['models']> = new Map();

export const START = new Date('2026-03-02T01:00:00Z'); // a Monday, 09:00 in Shanghai

/** A whole desk on a clock that the test moves, with a scripted channel; nothing inside is mocked. */
export class TestDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'redress-test-'));
  readonly channel = new ScriptedChannel();
  app!: App;
  #now = START;
  #id = 0;

  constructor(
    private readonly playbook: string,
    private readonly overrides: Partial<Overrides> = {},
    private readonly env: Record<string, string> = {},
    /** Time also goes on by itself, as vendors' clients need it; else it stands between acts. */
    private readonly ticking = false,
  ) {}

  #setAt = performance.now();

  get now(): Date {
    return this.ticking ? new Date(this.#now.getTime() + Math.round(performance.now() - this.#setAt)) : this.#now;
  }

  #set(at: Date): void {
    this.#now = at;
    this.#setAt = performance.now();
  }

  async open(more: Partial<Overrides> = {}): Promise<this> {
    const clock = { now: () => this.now, set: (at: Date) => this.#set(at) };
    const next = () => `id-${String(++this.#id).padStart(10, '0')}`;
    const ids = { next, inOrder: next };
    const env = {
      DATA_DIR: join(this.folder, 'data'),
      PLAYBOOK: this.playbook,
      DEMO: '0',
      ADMIN_PASSWORD: 'a-long-password',
      LOG_LEVEL: 'silent',
      ...this.env,
    };
    this.app = await createApp({
      env,
      clock,
      ids,
      channels: [this.channel],
      listen: false,
      tick: false,
      models: MODELS,
      ...this.overrides,
      ...more,
    });
    await this.app.start();
    return this;
  }

  async hire(name: string, roles: string[], department?: string): Promise<void> {
    const person: Person = { name, displayName: name, roles, department, skills: [], active: true };
    await this.app.desk.hire(person);
  }

  async pass(minutes: number): Promise<void> {
    await this.app.runUntil(new Date(this.now.getTime() + minutes * 60_000));
  }

  /** The machine's clock is set to another time, in between whatever goes on. */
  jump(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  /** A closed copy of this stopped desk as it stands, with what reached its customers. */
  copy(overrides: Partial<Overrides> = this.overrides): TestDesk {
    const copy = new TestDesk(this.playbook, overrides, this.env);
    cpSync(join(this.folder, 'data'), join(copy.folder, 'data'), { recursive: true });
    copy.#now = this.#now;
    copy.#id = this.#id;
    for (const [user, messages] of this.channel.delivered) copy.channel.delivered.set(user, [...messages]);
    return copy;
  }

  /** Stops and starts on the same data. */
  async restart(more: Partial<Overrides> = {}): Promise<void> {
    await this.app.stop();
    await this.open(more);
  }

  async close(): Promise<void> {
    await this.app.stop().catch(() => undefined);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
