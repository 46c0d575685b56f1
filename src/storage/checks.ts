import { createHash } from 'node:crypto';
import type { Case } from '../domain/case.js';
import type { Message } from '../domain/message.js';
import type { Obligation } from '../domain/obligation.js';
import { firstBroken } from '../domain/timeline.js';
import { FORMS } from './case-search.js';
import type { Connected } from './connect.js';
import { everyPage } from './every-row.js';
import { SCHEMA } from './migrations.js';
import type { Models, Row } from './models.js';

/** Something that is not as it should be: what, and where. */
export interface Finding {
  what: string;
  /** Keys of rows; a few of them where there are many. */
  where: string[];
  times: number;
}

export interface Checked {
  counts: Record<string, number>;
  findings: Finding[];
}

const NAMED = 5;
/** What is in hand for less than this is no fault. */
const IN_HAND_MS = 60_000;
const UNSENT_MS = 15 * 60_000;

/** Looks at every row of a desk and only reads. */
export async function checkDesk(
  { models, blobs, engine }: Pick<Connected, 'models' | 'blobs' | 'engine'>,
  now: Date,
): Promise<Checked> {
  const found = new Map<string, Finding>();
  const counts: Record<string, number> = {};
  const note = (what: string, where: string) => {
    const finding = found.get(what) ?? { what, where: [], times: 0 };
    if (finding.times < NAMED) finding.where.push(where);
    finding.times += 1;
    found.set(what, finding);
  };
  const before = (ms: number) => new Date(now.getTime() - ms);
  const keys = { conversations: new Set<string>(), cases: new Set<string>() };
  const each = async (name: keyof Models, look: (row: Row) => void) => {
    counts[name] = 0;
    for await (const rows of everyPage(models[name])) {
      counts[name] += rows.length;
      rows.forEach(look);
    }
  };
  const orphan = (row: Row, what: string) => {
    const { conversationId, caseNumber } = row as { conversationId?: string; caseNumber?: string };
    if (conversationId !== undefined && !keys.conversations.has(conversationId))
      note(`${what} of a conversation that is not there`, row._id);
    if (caseNumber !== undefined && !keys.cases.has(caseNumber)) note(`${what} of a case that is not there`, row._id);
  };

  await each('conversations', (row) => {
    keys.conversations.add(row._id);
    if (row.turnOpenedAt && (row.turnOpenedAt as Date) < before(IN_HAND_MS))
      note('a turn of a conversation whose effects were not carried out', row._id);
  });
  const evidence = new Set<string>();
  await each('cases', (row) => {
    keys.cases.add(row._id);
    const { timeline, conversationId, effectsDue, evidence: files } = row as unknown as Case;
    orphan({ _id: row._id, conversationId }, 'a case');
    if (effectsDue && effectsDue < before(IN_HAND_MS)) note('a case with effects that were not carried out', row._id);
    const broken = firstBroken(timeline);
    if (broken !== undefined) note('a case whose timeline was changed afterwards', `${row._id} entry ${broken + 1}`);
    if (row.searchForm !== FORMS[engine]) note('a case that search does not find; the next start mends it', row._id);
    for (const { sha256 } of files) evidence.add(sha256);
  });
  await each('messages', (row) => {
    const { state, at, due, seq } = row as unknown as Message;
    if (state !== 'received') orphan(row, 'a message'); // a first message stands before its conversation
    if (state === 'received' && at < before(IN_HAND_MS)) note('a message that was not handled', row._id);
    if (state === 'parked') note('a parked message: it failed again and again, and can be replayed', row._id);
    if (state === 'queued' && (due ?? at) < before(UNSENT_MS)) note('a reply that was not sent', row._id);
    if (state !== 'received' && seq === undefined) note('a message without its place', row._id);
  });
  await each('obligations', (row) => {
    const { state, dueAt, byPerson } = row as unknown as Obligation;
    orphan(row, 'a promise');
    if (state !== 'owed') return;
    if (byPerson && dueAt < now) note('a promise that a person has not kept in time', row._id);
    if (!byPerson && dueAt < before(UNSENT_MS)) note('a promise that the desk has not kept in time', row._id);
  });
  await each('notifications', (row) => orphan(row, 'a notification'));
  await each('files', (row) => {
    orphan(row, 'a file');
    evidence.add(String(row.sha256));
  });
  // An identity stands before its conversation, which a crash may have left unmade.
  for (const name of ['identities', 'staff', 'sessions', 'codes', 'playbooks', 'settings'] as const)
    await each(name, () => {});

  for (const sha256 of evidence) {
    const bytes = await blobs.read(sha256);
    if (!bytes) note('evidence that is missing', sha256);
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) note('evidence that was changed', sha256);
  }
  for (const missing of await missingIndexes(models))
    note('an index that is missing; the next start makes it', missing);
  const schema = (await models.settings.collection.findOne({ _id: 'schema' as never })) as { value?: string } | null;
  const stored = Number(schema?.value ?? (counts.settings ? 0 : SCHEMA));
  if (stored !== SCHEMA) note(`data of version ${stored}, this program is of version ${SCHEMA}`, 'schema');
  return { counts, findings: [...found.values()] };
}

async function missingIndexes(models: Models): Promise<string[]> {
  const missing: string[] = [];
  for (const [name, model] of Object.entries(models)) {
    const there = await model.collection.indexes().catch(() => []);
    const keys = new Set(there.map(({ key }) => JSON.stringify(key)));
    for (const [key] of model.schema.indexes())
      if (!keys.has(JSON.stringify(key))) missing.push(`${name} ${JSON.stringify(key)}`);
  }
  return missing;
}
