import type { Playbook } from '../domain/playbook.js';
import { checkCourse } from './check-course.js';
import { checkNames } from './check-names.js';
import type { Path } from './yaml-source.js';

/** A fault of a playbook whose shape is right; the path is that of the YAML. */
export interface Fault {
  path: Path;
  message: string;
}

/** Names that do not exist, stages that cannot be reached or left, chains that go in a circle. */
export function crossCheck(playbook: Omit<Playbook, 'hash'>, verbs: string[]): Fault[] {
  return [...checkNames(playbook, verbs), ...checkCourse(playbook)];
}
