import type { FullCase } from '../api/case-shapes.js';
import type { Named, Playbook } from '../api/playbook-shapes.js';
import type { Person } from '../api/staff-shapes.js';
import { isOut } from './is-out.js';
import { namedWords } from './named-words.js';
import type { FieldOf } from './schema-fields.js';
import type { Labels } from '../words/labels.js';

export interface Option {
  value: string;
  label: string;
  /** Cannot be chosen, and why. */
  because?: string;
}

interface Known {
  case: FullCase;
  playbook: Playbook | undefined;
  staff: Person[];
  labels: Labels;
  words: { recused: string; offDuty: string };
}

/** What the procedure and the staff allow an argument to be, so that nobody types an id; undefined where anything goes. */
export function optionsFor(verb: string, argument: string, known: Known): Option[] | undefined {
  const { playbook, labels, case: of } = known;
  const named = (list: Named[] | undefined): Option[] | undefined =>
    list?.length ? list.map(({ id, label }) => ({ value: id, label: label[labels.language] })) : undefined;
  switch (argument) {
    case 'category':
      return named(playbook?.categories);
    case 'nature':
      return named(playbook?.natures);
    case 'severity':
      return named(playbook?.severities);
    case 'target':
      return named(playbook?.targets);
    case 'tier':
      return named(playbook?.tiers);
    case 'department':
      return named(playbook?.departments);
    case 'clock':
      return Object.keys((of as unknown as { clocks?: object }).clocks ?? {}).map((id) => ({
        value: id,
        label: labels.of(of.playbook, 'stages', id),
      }));
    case 'kind':
      if (verb === 'propose-remedy') return named(playbook?.remedies);
      if (verb === 'add-action')
        return ['corrective', 'preventive', 'training'].map((value) => ({ value, label: labels.value(value) }));
      return verb === 'classify' ? named(playbook?.kinds) : undefined;
    case 'to':
      return verb === 'assign' ? [...people(known), ...rolesOf(known)] : undefined;
    case 'supervisor':
    case 'owner':
      return people(known);
    case 'person':
      return verb === 'recuse' ? people(known) : undefined;
    case 'what':
      return verb === 'approve' || verb === 'refuse'
        ? decidable(of, playbook)?.map((value) => ({ value, label: labels.value(value) }))
        : undefined;
    default:
      return undefined;
  }
}

/** What waits for a decision now: what the stage approves, and more time that somebody asks for; undefined where nothing is known. */
function decidable(of: FullCase, playbook: Playbook | undefined): string[] | undefined {
  const ofStage = playbook?.stages.find(({ id }) => id === of.stage)?.approval?.what;
  const waits = of.extensions?.some(({ state }) => state === 'proposed');
  const both = [...(ofStage ? [ofStage] : []), ...(waits ? ['extension'] : [])];
  return both.length > 0 ? both : undefined;
}

/** The words that the procedure's needs name for what is else free text, labelled. */
export function namedFor(
  verb: string,
  { name, control }: FieldOf,
  { playbook, labels, case: of }: Known,
): { options: Option[]; together: boolean } | undefined {
  if (control.kind !== 'line') return undefined;
  const named = namedWords(playbook, of.stage, verb, name);
  const labelled = (value: string) => ({ value, label: labels.word(value, of.playbook) });
  return named && { options: named.words.map(labelled), together: named.together };
}

/** Everybody of the procedure; a recused person stays in the list and says why. */
function people({ case: of, playbook, staff, words }: Known): Option[] {
  const roles = new Set(playbook?.roles.map(({ id }) => id));
  return staff
    .filter((person) => person.active && person.roles.some((role) => roles.has(role)))
    .map((person) => {
      const { name, displayName, offDuty } = person;
      const label = displayName === name ? name : `${displayName} (${name})`;
      return {
        value: name,
        label: offDuty ? `${label} · ${words.offDuty}` : label,
        ...(isOut(of, person) && { because: words.recused }),
      };
    });
}

function rolesOf({ playbook, labels }: Known): Option[] {
  return [...(playbook?.roles ?? []), ...(playbook?.departments ?? [])].map(({ id, label }) => ({
    value: id,
    label: label[labels.language],
  }));
}

/** What is known before anybody types: what is decided where only an extension waits. */
export function presetFor(verb: string, of: FullCase, playbook: Playbook | undefined): Record<string, string> {
  if (verb !== 'approve' && verb !== 'refuse') return {};
  const ofStage = playbook?.stages.find(({ id }) => id === of.stage)?.approval;
  const waits = of.extensions?.some(({ state }) => state === 'proposed');
  return waits && !ofStage ? { what: 'extension' } : {};
}

/** Operations whose words the customer reads. */
const TOLD = new Set(['inform-customer', 'say', 'ask-customer', 'apologise', 'quote']);
/** Arguments that are money. */
const MONEY = new Set(['amount', 'charged', 'reward']);
/** Operations that decide about the money proposed. */
const PAYS = new Set(['approve', 'carry-out-remedy']);

/** What is confirmed in a second step: words that the customer reads, money that moves. */
export function toConfirm(
  verb: string,
  args: Record<string, unknown>,
  of: Pick<FullCase, 'remedies'>,
): { told?: string; money?: number } | undefined {
  const told = TOLD.has(verb) && typeof args.text === 'string' ? args.text : undefined;
  const given = Object.entries(args).find(([name, value]) => MONEY.has(name) && Number(value) > 0);
  const lap = Math.max(0, ...of.remedies.map((one) => one.lap));
  const open = of.remedies.filter(({ lap: of, state }) => of === lap && (state === 'proposed' || state === 'approved'));
  const sum = PAYS.has(verb) ? open.reduce((total, { amount }) => total + (amount ?? 0), 0) : 0;
  const money = given ? Number(given[1]) : sum > 0 ? sum : undefined;
  return told !== undefined || money !== undefined ? { told, money } : undefined;
}
