import type { Texts } from '../../src/domain/language.js';
import type { Playbook } from '../../src/domain/playbook.js';

const found = new WeakMap<Playbook, Record<string, Texts>>();

/** The phrases that a playbook words itself, by key: its wording, its fields' questions and reasons, its categories' labels. */
export function rewordingsOf(playbook: Playbook): Record<string, Texts> {
  const before = found.get(playbook);
  if (before) return before;
  const rewordings = read(playbook);
  found.set(playbook, rewordings);
  return rewordings;
}

function read({ wording, fields, categories }: Playbook): Record<string, Texts> {
  const own: [string, Texts | undefined][] = [
    ...fields.flatMap(({ id, ask, why }): [string, Texts | undefined][] => [
      [`ask.${id}`, ask],
      [`why.${id}`, why],
    ]),
    ...Object.entries(wording),
    ...categories.map(({ id, label }): [string, Texts] => [`category.${id}`, label]),
  ];
  return Object.fromEntries(own.filter((one): one is [string, Texts] => one[1] !== undefined));
}
