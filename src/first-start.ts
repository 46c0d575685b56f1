import type { Config } from './config.js';
import { isLoopback } from './config.js';
import type { Ids, StaffAccount, Stores } from './domain/ports.js';
import type { Playbook } from './domain/playbook.js';
import { hashPassword } from './http/staff/passwords.js';

/** Names of demo people: accounts, and as customers read them. */
const DEMO_PEOPLE: [name: string, displayName: string][] = [
  ['lin', '林晓'],
  ['chen', '陈安'],
  ['wang', '王宁'],
  ['zhao', '赵敏'],
  ['sun', '孙佳'],
  ['zhou', '周然'],
  ['wu', '吴桐'],
  ['zheng', '郑宇'],
  ['xu', '许诺'],
  ['he', '何清'],
  ['luo', '罗一'],
  ['gao', '高远'],
];

/** The desk's own secret: the configured one, else one made at the first start and kept, shared by all processes. */
export async function deskSecret({ SESSION_SECRET }: Config, { settings }: Stores, ids: Ids): Promise<string> {
  return SESSION_SECRET ?? settings.ensure('secret', `${ids.next()}${ids.next()}`);
}

/**
 * Makes the administrator and, on a demo desk, one person for each role; answers the lines to show once.
 * Passwords that were given in the configuration are never shown.
 */
export async function firstStaff(config: Config, stores: Stores, playbooks: Playbook[], ids: Ids): Promise<string[]> {
  const lines: string[] = [];
  const make = async (person: Omit<StaffAccount, 'failures' | 'passwordHash'>, given?: string) => {
    if (await stores.staff.find(person.name)) return;
    const password = given ?? ids.next().replace(/[-_]/g, 'x').slice(0, 14);
    const made = await stores.staff.create({
      ...person,
      failures: 0,
      passwordHash: await hashPassword(password, ids.next()),
    });
    if (made && !given) lines.push(`${person.name.padEnd(28)} ${password}   ${person.roles.join(', ')}`);
  };
  await make(
    {
      name: 'admin',
      displayName: 'Admin',
      roles: ['admin'],
      skills: [],
      active: true,
      mustChangePassword: !config.ADMIN_PASSWORD,
    },
    config.ADMIN_PASSWORD,
  );
  const demo = config.DEMO ?? (!config.MONGODB_URI && isLoopback(config.HOST) && !config.production);
  if (
    demo &&
    (await stores.settings.ensure('demo-staff', 'made')) === 'made' &&
    (await stores.staff.all()).length <= 1
  ) {
    const password = ids.next().replace(/[-_]/g, 'x').slice(0, 14); // one for all of them: fewer lines to lose
    const passwordHash = await hashPassword(password, ids.next());
    const playbook = playbooks.find(({ id }) => id === config.PLAYBOOK);
    for (const [n, { role, department }] of (playbook ? seats(playbook) : []).entries()) {
      const [given, displayName] = DEMO_PEOPLE[n % DEMO_PEOPLE.length]!;
      const name = n < DEMO_PEOPLE.length ? given : `${given}${Math.floor(n / DEMO_PEOPLE.length) + 1}`;
      const person = {
        name,
        displayName,
        roles: [role],
        department,
        skills: [],
        active: true,
        failures: 0,
        passwordHash,
      };
      if (await stores.staff.create(person))
        lines.push(`${name.padEnd(28)} ${password}   ${role}${department ? ` (${department})` : ''}`);
    }
  }
  return lines.length > 0 ? ['Accounts made now; their passwords are shown this once:', ...lines] : [];
}

/** One for each role, and for each department of roles that have them. */
function seats({ roles, departments }: Playbook): { role: string; department?: string }[] {
  return roles.flatMap(({ id: role, byDepartment }) =>
    byDepartment ? departments.map(({ id }) => ({ role, department: id })) : [{ role }],
  );
}
