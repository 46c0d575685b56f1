import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../domain/language.js';
import type { Playbook } from '../domain/playbook.js';
import { crossCheck, type Fault } from './cross-check.js';
import { explainIssue, explainProblem } from './explain-issue.js';
import type { PlaybookError } from './playbook-error.js';
import { playbookSchema, type Known } from './schema/playbook-schema.js';
import { readYaml, type YamlSource } from './yaml-source.js';

export type ReadPlaybook = { playbook: Playbook } | { errors: PlaybookError[] };

/**
 * Reads and checks a playbook; all its faults are answered at once, none is thrown.
 * @param file how errors name it
 * @param verbs the names of the operations that the desk has
 */
export function readPlaybook(yamlText: string, file: string, verbs: string[]): ReadPlaybook {
  const source = readYaml(yamlText);
  if ('faults' in source) return { errors: source.faults.map((fault) => ({ file, ...fault })) };
  const shaped = playbookSchema(knownOf(source.data)).safeParse(source.data, { error: explainProblem });
  const faults = shaped.success ? crossCheck(shaped.data, verbs) : shaped.error.issues.flatMap(explainIssue);
  if (!shaped.success || faults.length > 0) return { errors: placed(faults, source, file) };
  return { playbook: { ...shaped.data, hash: hashOf(shaped.data) } };
}

function placed(faults: Fault[], { lineOf }: YamlSource, file: string): PlaybookError[] {
  const errors = faults.map(({ path, message }) => ({ file, line: lineOf(path), field: nameOf(path), message }));
  return errors.sort((a, b) => a.line - b.line);
}

function nameOf(path: Fault['path']): string {
  return (
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, '') || 'playbook'
  );
}

function knownOf(data: unknown): Known {
  const map = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  const listed = Array.isArray(map.languages) ? map.languages : [];
  const languages = LANGUAGES.filter((language) => listed.includes(language));
  const first = listed.find((language): language is Language => languages.includes(language as Language));
  const ordered = first ? [first, ...languages.filter((language) => language !== first)] : [...LANGUAGES];
  return { languages: ordered, calendar: map.calendar };
}

/** Of the checked content and not of the text: comments and spacing make no new version. */
function hashOf(playbook: Omit<Playbook, 'hash'>): string {
  return createHash('sha256').update(JSON.stringify(playbook)).digest('hex');
}
