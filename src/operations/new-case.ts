import type { Case } from '../domain/case.js';
import type { Language } from '../domain/language.js';
import type { Playbook } from '../domain/playbook.js';
import { lowestSeverity } from '../domain/severity.js';

/** What a case begins with, before anything was decided on it. */
export function newCase(
  number: string,
  playbook: Playbook,
  given: { kind: string; source: string; language: Language; fields: Record<string, string> },
  at: Date,
): Case {
  return {
    number,
    version: 0,
    playbook: { id: playbook.id, hash: playbook.hash },
    language: given.language,
    kind: given.kind,
    source: given.source,
    status: 'open',
    stage: '',
    severity: playbook.severities[0]?.id ?? lowestSeverity(playbook, given.kind),
    severityBecause: [],
    openedAt: at,
    owners: [],
    assignedBefore: [],
    fields: given.fields,
    recused: [],
    rounds: 1,
    reopened: 0,
    linked: [],
    clocks: [],
    course: [],
    records: [],
    remedies: [],
    approvals: [],
    findings: [],
    actions: [],
    changes: [],
    contacts: [],
    visits: [],
    extensions: [],
    calls: [],
    callbacks: [],
    survey: { state: 'none', answers: {} },
    evidence: [],
    breaches: [],
    settled: [],
    seenBy: [],
    timeline: [],
    effects: [],
  };
}
