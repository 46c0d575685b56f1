import type { Playbook } from '../../../src/domain/playbook.js';
import { CASE_VERBS } from '../../../src/operations/verbs.js';
import { readPlaybook } from '../../../src/playbooks/load-playbook.js';

type Map = Record<string, unknown>;

/** `a b c` as a map of names whose labels are the ids themselves. */
export function names(ids: string, more: Record<string, Map> = {}): Map {
  return Object.fromEntries(ids.split(' ').map((id) => [id, { en: id, ...more[id] }]));
}

/** A stage; its label is not looked at. */
export function stage(owner: unknown, done: unknown, next: unknown, more: Map = {}): Map {
  return { label: { en: 'a stage' }, customer: 'look', owner, done, next, ...more };
}

export function acceptance(next: unknown, refused: unknown, more: Map = {}): Map {
  const on = { 'refuse-outcome': refused };
  return { ...stage('customer', 'accept-outcome', next, { customer: 'you', acceptance: 'outcome', on }), ...more };
}

/** A written procedure for a test: what is not given is the least that checks. */
export function procedure(given: Map & { roles: Map; stages: Map; fields?: string }): Playbook {
  const { fields = '', ...rest } = given;
  const field = (id: string) => [id, { label: { en: id }, type: 'text', optional: true }];
  const whole = {
    id: 'procedure',
    version: 1,
    region: 'cn',
    languages: ['en'],
    title: { en: 'x' },
    company: { en: 'x' },
    calendar: 'office-cn',
    severities: names('general major'),
    categories: names('other'),
    repeat: { days: 30, 'same-any': [] },
    reopen: Object.keys(given.stages)[0],
    fields: Object.fromEntries(`content name phone outcome ${fields}`.trim().split(/\s+/).map(field)),
    ...rest,
  };
  const read = readPlaybook(
    JSON.stringify(whole, undefined, 1),
    'procedure.yaml',
    CASE_VERBS.map(({ name }) => name),
  );
  if ('errors' in read) throw new Error(read.errors.map((error) => JSON.stringify(error)).join('\n'));
  return read.playbook;
}
