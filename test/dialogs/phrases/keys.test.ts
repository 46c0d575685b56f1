import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../dialogs/phrases/en.js';
import { PHRASES } from '../../../dialogs/phrases/phrase-keys.js';
import { zhCN } from '../../../dialogs/phrases/zh-CN.js';
import { zhTW } from '../../../dialogs/phrases/zh-TW.js';
import { placeholdersOf } from '../../../dialogs/wording/template.js';
import { LANGUAGES } from '../../../src/domain/language.js';

const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

// What a promise, a receipt or a person's arrival must never lose in a rewording.
const HELD: Record<string, string> = {
  agent: 'agent.joined handback agent.already agent.transferred visit.booked visit.late sr.from.agent',
  number: `greeting.again repair.handling receipt.complaint receipt.suggestion receipt.question receipt.request receipt.staff
    receipt.registered status.open status.waiting status.closed status.late asked.customer asked.reminder update.stage
    update.silence late.update late.extended quote.refused visit.declined outcome.told accept.reminder survey.ask
    survey.reminder survey.reopened channel.window duplicate.found repeat.linked closed.accepted closed.silent
    closed.withdrawn closed.final reopen.ask reopen.done notify.stage notify.clock.80 notify.clock.100 notify.clock.150
    notify.acknowledge notify.unacknowledged notify.approval notify.major notify.reopened notify.extension notify.delivery`,
  by: `agent.callback receipt.complaint receipt.suggestion receipt.question receipt.request receipt.staff receipt.by
    status.open status.late asked.reminder update.stage update.silence late.update late.extended accept.ask
    accept.reminder refused survey.reopened reopen.done message.taken notify.stage notify.clock.80 notify.acknowledge
    notify.extension notify.call notify.callback`,
};

test('every language has every key, and no text is empty', () => {
  for (const texts of [zhTW, en]) expect(Object.keys(texts).sort()).toEqual([...keys].sort());
  for (const language of LANGUAGES) {
    expect(keys.filter((key) => PHRASES[language][key].trim() === '')).toEqual([]);
  }
});

test('a key has the same placeholders in every language', () => {
  const names = (texts: Record<string, string>) => keys.map((key) => `${key} ${placeholdersOf(texts[key] ?? '')}`);
  expect(names(zhTW)).toEqual(names(zhCN));
  expect(names(en)).toEqual(names(zhCN));
});

test.each(Object.entries(HELD))('{%s} stands where it must', (name, list) => {
  const without = list.split(/\s+/).filter((key) => !placeholdersOf(zhCN[key as keyof typeof zhCN]).includes(name));
  expect(without).toEqual([]);
});

test('a field that is asked also has its reason and its label', () => {
  const asked = keys.flatMap((key) => /^ask\.([a-z_]+)$/.exec(key)?.[1] ?? []);
  const fields = asked.filter((id) => !['again', 'any', 'plain'].includes(id));
  expect(fields.length).toBeGreaterThan(25);
  for (const id of fields) {
    expect(keys).toContain(`why.${id}`);
    expect(keys).toContain(`field.${id}`);
  }
});

test('a stage that can be late has a noun, and one that can be left a sentence', () => {
  const stages = keys.flatMap((key) => /^stage\.(\w+)$/.exec(key)?.[1] ?? []);
  expect(stages.length).toBe(11);
  for (const id of stages.filter((stage) => stage !== 'closed')) {
    expect(keys).toContain(`moved.${id}`);
    if (id !== 'you') expect(keys).toContain(`what.${id}`);
  }
});

test('every key that the sources name exists', () => {
  const known = new Set<string>(keys);
  const families = new Set(keys.map((key) => key.split('.')[0]));
  const playbooks = /^(ask|why|feel|stage|category)\./;
  const unknown = ['dialogs', 'src', 'adapters'].flatMap(sourcesUnder).flatMap((file) => {
    const named = [...readFileSync(file, 'utf8').matchAll(/(?:\bkey:|\bphrase\()\s*'([a-z_]+(?:\.[\w-]+)*)'/g)];
    return named
      .map(([, key = '']) => key)
      .filter((key) => families.has(key.split('.')[0] ?? '') && !known.has(key) && !playbooks.test(key))
      .map((key) => `${file}: ${key}`);
  });
  expect(unknown).toEqual([]);
});

function sourcesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name));
}
