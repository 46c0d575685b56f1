import { useTranslation } from 'react-i18next';
import type { Course, FullCase } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';

const NAMED = 2;

/** Whom a case waits for, in words: a person or two with their role, else the role alone. */
export function useWaitsFor(of: FullCase, course: Course | undefined, deciding: boolean): string {
  const { t } = useTranslation();
  const labels = useLabels();
  const words = (names: string[]) => names.map((name) => labels.who(name, of.playbook)).join(t('comma'));
  const { people = [], role } = course?.waitsFor ?? {};
  if (people.length > 0 && people.length <= NAMED)
    return [words(people), role && labels.who(role, of.playbook)].filter(Boolean).join(t('clause'));
  if (people.length > 0 && role) return labels.who(role, of.playbook);
  const { person, roles = [] } = course?.owner ?? {};
  return words((deciding && course?.approval?.by) || [person ?? roles[0] ?? of.assigned ?? of.owner ?? '']);
}
