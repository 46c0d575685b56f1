import type { Playbook } from './playbook.js';

/** The roles above one, nearest first. */
export function rolesAbove(playbook: Pick<Playbook, 'superiors'>, role: string): string[] {
  const above: string[] = [];
  for (let next = playbook.superiors[role]; next && !above.includes(next); next = playbook.superiors[next]) {
    above.push(next);
  }
  return above;
}

/** Whether a role is one of these, or above one of them. */
export function isOrAbove(playbook: Pick<Playbook, 'superiors'>, role: string, roles: string[]): boolean {
  return roles.some((one) => one === role || rolesAbove(playbook, one).includes(role));
}
