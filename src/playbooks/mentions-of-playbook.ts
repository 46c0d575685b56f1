import type { CaseClock, Playbook } from '../domain/playbook.js';
import { inCondition, inNeed, inNeeds, mention, type Mention } from './mention.js';
import { inBranches, mentionsOfStage } from './mentions-of-stage.js';

type Book = Omit<Playbook, 'hash'>;

/** Every name that a playbook uses, with where. */
export function mentionsOf(book: Book): Mention[] {
  return [...inIntake(book), ...inRules(book), ...book.stages.flatMap(mentionsOfStage), ...afterClosing(book)];
}

function inIntake(book: Book): Mention[] {
  return [
    ...book.kinds.flatMap(({ id, start, severity }) => [
      ...inBranches(start, ['kinds', id, 'start']),
      ...mention('severity', severity, ['kinds', id, 'severity']),
    ]),
    ...Object.entries(book.superiors).flatMap((roles) => mention('role', roles, ['superiors', roles[0]])),
    ...book.fields.flatMap(({ id, kinds, categories }) => [
      ...mention('kind', kinds, ['fields', id, 'kinds']),
      ...mention('category', categories, ['fields', id, 'categories']),
    ]),
    ...mention('field', 'content', ['fields']),
    ...mention('field', book.accusedField, ['accused-field']),
  ];
}

function inRules(book: Book): Mention[] {
  return [
    ...book.severityRules.flatMap(({ id, to, categories, sameField }) => [
      ...mention('severity', to, ['severity-rules', id, 'to']),
      ...mention('category', categories, ['severity-rules', id, 'categories']),
      ...mention('field', sameField?.field, ['severity-rules', id, 'same-field']),
    ]),
    ...mention('field', book.repeat.sameAny, ['repeat', 'same-any']),
    ...mention('field', book.repeat.sameWhere, ['repeat', 'same-where']),
    ...book.alerts.flatMap(({ on, kinds, when, tell }, index) => [
      ...mention('severity', on === 'opened' ? [] : on.severity, ['alerts', index, 'on']),
      ...mention('kind', kinds, ['alerts', index, 'kinds']),
      ...inCondition(when, ['alerts', index]),
      ...mention('role', tell, ['alerts', index, 'tell']),
    ]),
    ...book.caseClocks.flatMap(inClock),
  ];
}

function inClock({ start, when, metBy, charged, tell }: CaseClock, index: number): Mention[] {
  const at = ['case-clocks', index];
  return [
    ...('severity' in start ? mention('severity', start.severity, [...at, 'start']) : []),
    ...('leaving' in start ? mention('stage', start.leaving, [...at, 'start']) : []),
    ...('recorded' in start ? inNeed(start.recorded, [...at, 'start', 'recorded']) : []),
    ...('stopped' in start ? mention('clock', start.stopped, [...at, 'start']) : []),
    ...inCondition(when, at),
    ...inNeeds(metBy, [...at, 'met-by']),
    ...mention('role', charged, [...at, 'charged']),
    ...mention('role', tell, [...at, 'tell']),
  ];
}

function afterClosing({ reopen, callback, closing, contacts, budget, sample, reports }: Book): Mention[] {
  return [
    ...Object.entries(reopen).flatMap(([kind, stage]) => [
      ...mention('kind', kind === '*' ? [] : kind, ['reopen', kind]),
      ...mention('stage', stage, ['reopen', kind]),
    ]),
    ...mention('role', callback?.by, ['callback', 'by']),
    ...mention('stage', callback?.after, ['callback', 'after']),
    ...inCondition(callback?.when, ['callback']),
    ...inNeeds(closing, ['closing']),
    ...(contacts ?? []).flatMap(({ by }, index) => mention('role', by, ['contacts', index, 'by'])),
    ...mention('remedy', budget?.remedy, ['budget', 'remedy']),
    ...mention('role', budget?.tell, ['budget', 'tell']),
    ...mention('kind', sample?.kinds, ['sample', 'kinds']),
    ...mention('role', sample?.by, ['sample', 'by']),
    ...reports.flatMap(({ owner }, index) => mention('role', owner, ['reports', index, 'owner'])),
  ];
}
