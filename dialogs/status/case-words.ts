import type { Case } from '../../src/domain/case.js';
import type { PhraseValue } from '../../src/domain/phrase.js';
import type { Playbook } from '../../src/domain/playbook.js';
import type { PhraseKey } from '../phrases/phrase-keys.js';
import { phrase } from '../wording/phrase.js';

export interface KnownCase {
  case: Case;
  playbook: Playbook;
}

export function isOpenCase({ status }: Case): boolean {
  return status === 'open' || status === 'waiting-for-customer';
}

export function latestOpen(cases: KnownCase[]): KnownCase | undefined {
  return cases.find(({ case: of }) => isOpenCase(of));
}

/** The stage as the customer reads it. */
export function stageLabel(of: Case, playbook: Playbook): PhraseValue {
  if (!isOpenCase(of)) return { phrase: phrase('stage.closed') };
  const stage = playbook.stages.find(({ id }) => id === of.stage);
  return { phrase: phrase(`stage.${stage?.customerLabel ?? 'look'}`) };
}

/** Who has it now, as the customer reads it: a role, never a name that staff did not give. */
export function ownerLabel(of: Case, playbook: Playbook): PhraseValue {
  if (of.owners[0] === 'customer') return { phrase: phrase('owner.you') };
  const role = playbook.roles.find(({ id }) => id === of.owners[0]);
  return role ? { texts: role.label } : { phrase: phrase('owner.team') };
}

const DONE: Record<string, PhraseKey> = {
  'confirm-facts': 'done.confirmed',
  assign: 'done.assigned',
  'ask-party': 'done.asked',
  'record-finding': 'done.found',
  'propose-remedy': 'done.proposed',
  arrive: 'done.visited',
  'inform-customer': 'done.told',
  'carry-out-remedy': 'done.carried_out',
};

/** So many of the latest steps are told. */
const STEPS = 4;

/** What was done so far, by day, each kind of step once. */
export function doneSoFar(of: Case): PhraseValue {
  const steps = new Map<PhraseKey, Date>([['done.registered', of.openedAt]]);
  for (const { verb, at } of of.records) {
    const key = DONE[verb];
    if (key) steps.set(key, at);
  }
  const told = [...steps].slice(-STEPS).map(([key, at]): PhraseValue => ({
    phrase: phrase(key, { at: { date: at.toISOString(), form: 'day' } }),
  }));
  return { list: told };
}
