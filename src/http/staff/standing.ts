import type { Session, StaffAccount } from '../../domain/ports.js';
import type { StaffPorts } from '../staff-ports.js';
import { personOf, stillOn, type SignedIn } from './session.js';

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'publicUrl'>;

/** Who is let in at one moment, read once for all who watch: roles and closing take effect at once. */
export class Standing {
  private constructor(
    private readonly ports: Ports,
    private readonly sessions: Map<string, Session>,
    private readonly accounts: Map<string, StaffAccount>,
  ) {}

  static async read(ports: Ports): Promise<Standing> {
    const { sessions, staff } = ports.stores;
    const [on, accounts] = await Promise.all([sessions.list(ports.now()), staff.all()]);
    return new Standing(
      ports,
      new Map(on.map((session) => [session.id, session])),
      new Map(accounts.map((account) => [account.name, account])),
    );
  }

  /** The sender as they stand; undefined when they were let out meanwhile. */
  of(sender: SignedIn): SignedIn | undefined | Promise<SignedIn | undefined> {
    if (!('session' in sender)) return stillOn(this.ports, sender);
    const session = this.sessions.get(sender.session.id);
    const account = this.accounts.get(session?.name ?? '');
    return session && account?.active ? { account, person: personOf(account), session } : undefined;
  }
}
