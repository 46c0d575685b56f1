import type { Case } from './case.js';
import type { Person } from './staff.js';

// What people put before or after a name when they speak of staff.
const TITLES = new RegExp(
  '(?:总经理|總經理|副总|副總|经理|經理|主管|主任|店长|店長|部长|部長|科长|科長|组长|組長|领班|領班|师傅|師傅|导游|導遊|领队|領隊|' +
    '司机|司機|顾问|顧問|专员|專員|客服|前台|櫃檯|服务员|服務員|老师|老師|先生|女士|小姐|同志|' +
    '\\b(?:mr|mrs|ms|miss|dr|manager|supervisor|guide|driver|advisor)\\b\\.?)',
  'giu',
);

/** The fields in which customers name the person they complain about, unless the playbook names another. */
export const ACCUSED_FIELDS = ['accused', 'concerned'];

/** What the customer said of the person they complain about. */
export function accusedIn(playbook: { accusedField?: string }, fields: Record<string, string>): string | undefined {
  const names = playbook.accusedField ? [playbook.accusedField] : ACCUSED_FIELDS;
  return names.map((field) => fields[field]).find(Boolean);
}

/** Whether a person may have no part in the case: recused by name, or the one whom the customer complained about. */
export function isRecused(of: Pick<Case, 'recused' | 'accused'>, person: Pick<Person, 'name' | 'displayName' | 'no'>) {
  return of.recused.some(({ name }) => name === person.name) || isNamedIn(of.accused, person);
}

/** Whether words like "王芳经理", "Ms Wang" or "工号0217" name this person. */
export function isNamedIn(words: string | undefined, person: Pick<Person, 'name' | 'displayName' | 'no'>): boolean {
  const said = tidy(words ?? '');
  if (!said) return false;
  if (
    person.no &&
    new RegExp(`(?<![\\p{L}\\d])${escaped(tidy(person.no))}(?![\\p{L}\\d])`, 'u').test(
      `${said}`.replace(/(?:工号|工號|no\.?)/gu, ' '),
    )
  ) {
    return true;
  }
  const bare = untitled(said);
  return [person.name, person.displayName].map(tidy).some((name) => {
    if (name === said || (bare && untitled(name) === bare)) return true;
    return mentions(said, name) || mentions(said, untitled(name));
  });
}

/** A name within a longer text; one character, or two letters, are too short to be sure. */
function mentions(said: string, name: string): boolean {
  if (/^\p{Script=Han}/u.test(name)) return [...name].length > 1 && said.includes(name);
  return name.length > 2 && new RegExp(`(?<![\\p{L}\\d])${escaped(name)}(?![a-z\\d])`, 'u').test(said);
}

function tidy(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function untitled(text: string): string {
  return text.replace(TITLES, ' ').replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
