import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type Overrides } from '../../app.js';
import type { Person } from '../../domain/staff.js';
import { fileComplaint } from './file-complaint.js';
import { expectation } from './expectations.js';
import { act } from './acts.js';
import type { Line, Transcript } from './read-transcript.js';
import { ScriptedChannel } from './scripted-channel.js';

export interface Failure {
  line: number;
  expected: string;
  actual: string;
}

/** One customer of the transcript. */
export interface PlayedCustomer {
  label: string;
  /** Place of the message that a `bot:` line saw last; -1 before any. */
  seen: number;
  /** How many messages had reached them before the last act. */
  before: number;
  lastDelivery?: {
    id: string;
    what: { text?: string; choice?: string; file?: { name: string; type: string; size: number } };
  };
}

/** Everything that acts and expectations work on. */
export interface Stage {
  app: App;
  transcript: Transcript;
  channel: ScriptedChannel;
  clock: { now(): Date; set(at: Date): void };
  customers: Map<string, PlayedCustomer>;
  /** The customer of the last `customer` line. */
  last: string;
  people: Map<string, Person>;
  /** Ids of notifications that existed before the last act. */
  told: Set<string>;
  /** Numbers of cases in the order in which they were opened. */
  opened: string[];
  restart(): Promise<void>;
}

/** What fails a line. */
export class Unmet extends Error {
  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`expected ${expected}, got ${actual}`);
  }
}

/** Plays one transcript against a fresh desk; answers what was not as it says. */
export async function play(
  transcript: Transcript,
  options: { mongodbUri?: string; shared: Partial<Overrides> },
): Promise<Failure[]> {
  if (transcript.unreadable.length > 0) {
    return transcript.unreadable.map(({ at, text }) => ({
      line: at,
      expected: 'a line of the transcript format',
      actual: text,
    }));
  }
  const folder = await mkdtemp(join(tmpdir(), 'redress-replay-'));
  const stage = await setUp(transcript, folder, options);
  const failures: Failure[] = [];
  try {
    for (const { at, line } of transcript.lines) {
      await step(stage, line).catch((error: unknown) => {
        const [expected, actual] =
          error instanceof Unmet
            ? [error.expected, error.actual]
            : ['the line to be played', error instanceof Error ? error.message : String(error)];
        failures.push({ line: at, expected, actual });
      });
    }
  } finally {
    await stage.app.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return failures;
}

async function step(stage: Stage, line: Line): Promise<void> {
  if ('expect' in line) return expectation(stage, line);
  for (const customer of stage.customers.values()) customer.before = stage.channel.to(customer.label).length;
  stage.told = new Set((await stage.app.desk.notifications()).map(({ id }) => id));
  try {
    if (line.act === 'files') await fileComplaint(stage, line.who, line.text, line.facts);
    else await act(stage, line);
  } finally {
    const known = new Set(stage.opened);
    stage.opened.push(...(await stage.app.desk.caseNumbers()).filter((number) => !known.has(number)));
  }
}

async function setUp(
  transcript: Transcript,
  folder: string,
  { mongodbUri, shared }: { mongodbUri?: string; shared: Partial<Overrides> },
): Promise<Stage> {
  let now = new Date(0);
  const clock = { now: () => now, set: (at: Date) => void (now = at) };
  let id = 0;
  const next = () => `id-${(++id).toString().padStart(8, '0')}`;
  const ids = { next, inOrder: next };
  const channel = new ScriptedChannel();
  const env = {
    DATA_DIR: join(folder, 'data'),
    PLAYBOOK: transcript.playbook,
    DEMO: '0',
    ADMIN_PASSWORD: 'a-long-password',
    LOG_LEVEL: 'silent',
    ...(mongodbUri && { MONGODB_URI: `${mongodbUri}_${id}${folder.slice(-6).toLowerCase()}` }),
  };
  const open = async () => {
    const app = await createApp({ ...shared, env, clock, ids, channels: [channel], listen: false, tick: false });
    await app.start();
    return app;
  };
  const app = await open();
  clock.set(app.desk.instant(transcript.now, transcript.playbook));
  const stage: Stage = {
    app,
    transcript,
    channel,
    clock,
    customers: new Map(),
    last: '',
    people: new Map(),
    told: new Set(),
    opened: [],
    async restart() {
      await stage.app.stop();
      stage.app = await open();
      await stage.app.idle();
    },
  };
  await app.runUntil(clock.now());
  for (const { name, roles, department, skills, offDuty, displayName, no } of transcript.staff) {
    const person: Person = {
      name,
      displayName: displayName ?? name,
      no,
      roles,
      department,
      skills,
      offDuty,
      active: true,
    };
    await app.desk.hire(person);
    stage.people.set(name, person);
  }
  return stage;
}

/** The customer of a label; the first line that names one makes them. */
export function customerOf(stage: Stage, label: string): PlayedCustomer {
  const known = stage.customers.get(label);
  if (known) return known;
  const customer = { label: label || 'customer', seen: -1, before: 0 };
  stage.customers.set(label, customer);
  return customer;
}

/** Hands over what the customer does and waits until the desk has nothing left to do. */
export async function deliver(
  stage: Stage,
  label: string,
  what: NonNullable<PlayedCustomer['lastDelivery']>['what'],
  deliveryId?: string,
): Promise<void> {
  const customer = customerOf(stage, label);
  stage.last = label;
  const locale = stage.transcript.language;
  const id = await stage.channel.take(customer.label, what, locale, deliveryId);
  customer.lastDelivery = { id, what };
  await stage.app.idle();
}
