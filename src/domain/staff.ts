/** Somebody who works at the desk. `name` is the account's name and unique; ids of roles come from playbooks, `admin` is the desk's own. */
export interface Person {
  name: string;
  displayName: string;
  /** The number on their badge, by which customers may name them. */
  no?: string;
  roles: string[];
  department?: string;
  skills: string[];
  offDuty?: boolean;
  active: boolean;
}
