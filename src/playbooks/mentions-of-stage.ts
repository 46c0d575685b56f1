import type { Branch, Stage } from '../domain/playbook.js';
import { inCondition, inNeeds, mention, type Mention } from './mention.js';
import type { Path } from './yaml-source.js';

export function inBranches(branches: Branch[], path: Path): Mention[] {
  return branches.flatMap(({ to, when }, index) => [
    ...mention('way', to, [...path, index, 'to']),
    ...inCondition(when, [...path, index]),
  ]);
}

/** Every name that a stage uses. */
export function mentionsOfStage(stage: Stage): Mention[] {
  const at: Path = ['stages', stage.id];
  const { owner, approval } = stage;
  const by = [...at, 'approval'];
  return [
    ...mention('kind', stage.kinds, [...at, 'kinds']),
    ...(owner === 'customer' ? [] : owner).flatMap(({ roles, when, whoActed }, index) => [
      ...mention('owner', roles, [...at, 'owner', index]),
      ...mention('stage', whoActed, [...at, 'owner', index, 'who-acted']),
      ...inCondition(when, [...at, 'owner', index]),
    ]),
    ...inNeeds(stage.needs, [...at, 'done']),
    ...inNeeds(stage.also, [...at, 'also']),
    ...mention('remedy', stage.remedies, [...at, 'remedies']),
    ...(stage.clock ?? []).flatMap(({ when }, index) => inCondition(when, [...at, 'clock', index])),
    ...Object.keys(approval?.limits ?? {}).flatMap((role) => mention('role', role, [...by, 'limits', role])),
    ...mention('actor', approval?.by, [...by, 'by']),
    ...inBranches(stage.next, [...at, 'next']),
    ...(stage.on ?? []).flatMap((way) => [
      ...mention('verb', way.verb, [...at, 'on', way.verb]),
      ...mention('way', way.to, [...at, 'on', way.verb]),
      ...inCondition(way.when, [...at, 'on', way.verb]),
    ]),
  ];
}
