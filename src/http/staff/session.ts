import type { Request, RequestHandler, Response } from 'express';
import type { ApiToken } from '../../domain/api-token.js';
import type { Session, StaffAccount } from '../../domain/ports.js';
import type { Person } from '../../domain/staff.js';
import { RedressError } from '../../errors.js';
import type { StaffPorts } from '../staff-ports.js';
import { bearer, sameText, tokenHash } from '../token.js';

const HOURS = 12;

/** Who sent a request, as they stand in the store now: by a session of their own, or by a token in their name. */
export type SignedIn = { account: StaffAccount; person: Person } & ({ session: Session } | { token: ApiToken });
/** Somebody at a browser. */
export type InSession = Extract<SignedIn, { session: Session }>;

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now' | 'publicUrl'>;

/** What others may know of an account. */
export function personOf({ name, displayName, no, roles, department, skills, offDuty, active }: StaffAccount): Person {
  return { name, displayName, no, roles, department, skills, offDuty, active };
}

/** Begins a session: the cookie holds its secret, the store its hash. Answers the token that writing requests carry. */
export async function beginSession(ports: Ports, name: string, response: Response): Promise<{ csrf: string }> {
  const [secret, csrf, createdAt] = [ports.ids.next(), ports.ids.next(), ports.now()];
  const expiresAt = new Date(createdAt.getTime() + HOURS * 3_600_000);
  await ports.stores.sessions.create({ id: tokenHash(secret), name, csrf, createdAt, expiresAt });
  response.cookie(cookieName(ports), secret, { ...cookieOptions(ports), maxAge: HOURS * 3_600_000 });
  return { csrf };
}

export async function endSession(ports: Ports, session: Session, response: Response): Promise<void> {
  await ports.stores.sessions.end(session.id);
  response.clearCookie(cookieName(ports), cookieOptions(ports));
}

/** Who the cookie of a request stands for, if the session is on and the account active. */
export async function whoSent(ports: Ports, request: Request): Promise<InSession | undefined> {
  const secret = cookieOf(request, cookieName(ports));
  const session = secret ? await ports.stores.sessions.find(tokenHash(secret), ports.now()) : undefined;
  return session && standing(ports, session);
}

/** The same by a token. */
async function whoseToken(ports: Ports, given: string): Promise<SignedIn | undefined> {
  const found = await ports.stores.tokens.find(given.split('.', 1)[0]!);
  if (!found || !sameText(found.hash, tokenHash(given))) return undefined;
  return actsFor(ports, found);
}

async function actsFor({ stores, now }: Ports, token: ApiToken): Promise<SignedIn | undefined> {
  const account = await stores.staff.find(token.name);
  if (!account?.active || (token.expiresAt && token.expiresAt <= now())) return undefined;
  const person = personOf(account);
  return { account, person: { ...person, roles: person.roles.filter((role) => token.roles.includes(role)) }, token };
}

/** The sender again, as they stand now; undefined when they were let out meanwhile. */
export async function stillOn(ports: Ports, sender: SignedIn): Promise<SignedIn | undefined> {
  const { sessions, tokens } = ports.stores;
  if ('session' in sender) {
    const session = await sessions.find(sender.session.id, ports.now());
    return session && standing(ports, session);
  }
  const token = await tokens.find(sender.token.id);
  return token && actsFor(ports, token);
}

/** The same for a session known to have been on: roles and closing take effect at once. */
async function standing(ports: Ports, session: Session): Promise<InSession | undefined> {
  const account = await ports.stores.staff.find(session.name);
  return account?.active ? { account, person: personOf(account), session } : undefined;
}

/** 401 without a session or token; 403 for whatever changes something by a cookie without the session's own token. */
export function signedInOnly(ports: Ports): RequestHandler {
  return async (request, response, next) => {
    const given = bearer(request.get('authorization'));
    const sender = given === undefined ? await whoSent(ports, request) : await whoseToken(ports, given);
    if (!sender) throw new RedressError('UNAUTHENTICATED');
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if ('session' in sender && !reads && !sameText(request.get('x-csrf-token') ?? '', sender.session.csrf))
      throw new RedressError('CSRF');
    response.locals.sender = sender;
    next();
  };
}

/** Behind `signedInOnly`. */
export const senderOf = (response: Response): SignedIn => response.locals.sender as SignedIn;

/** Throws FORBIDDEN for a token: what concerns passwords, sessions and tokens is for people. */
export function inSession(response: Response): InSession {
  const sender = senderOf(response);
  if (!('session' in sender)) throw new RedressError('FORBIDDEN', 'This is for people who signed in, not for tokens.');
  return sender;
}

/** A printed password opens only the door to one's own: until it is changed everything else is FORBIDDEN. */
export const ownPasswordOnly: RequestHandler = (_request, response, next) => {
  const sender = senderOf(response);
  if ('session' in sender && sender.account.mustChangePassword)
    throw new RedressError('FORBIDDEN', 'Change your password first.', 'password');
  next();
};

const secure = ({ publicUrl }: Ports) => publicUrl.startsWith('https:');

// The prefix makes browsers refuse the cookie from anybody but this host over TLS.
const cookieName = (ports: Ports) => (secure(ports) ? '__Host-redress' : 'redress');

const cookieOptions = (ports: Ports) =>
  ({ httpOnly: true, sameSite: 'strict', secure: secure(ports), path: '/' }) as const;

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value && /^[\w-]{10,100}$/.test(value)) return value;
  }
  return undefined;
}
