import type { Playbook, Stage } from './playbook.js';
import { rolesAbove } from './superiors.js';

/** How much somebody in these roles may approve where the stage names `named` with limits: Infinity where nothing limits them. */
export function approvalLimit(stage: Stage, named: string[], roles: string[], playbook: Playbook): number {
  const own = (role: string): number => stage.approval?.limits?.[role] ?? Infinity;
  const limits = roles.flatMap((role) => {
    if (named.includes(role)) return [own(role)];
    // A higher level may approve what a lower one could.
    return named.filter((one) => rolesAbove(playbook, one).includes(role)).map(own);
  });
  return Math.max(0, ...limits);
}
