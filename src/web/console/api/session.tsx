import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { holdCsrf, request, whenSignedOut } from './request.js';
import type { Person } from './staff-shapes.js';

interface Who {
  person: Person;
  csrf: string;
}

export interface Session {
  /** undefined: not known yet; null: nobody. */
  person: Person | null | undefined;
  /** The session ended by itself while somebody worked. */
  expired: boolean;
  signIn(name: string, password: string): Promise<void>;
  signOut(): Promise<void>;
  changePassword(current: string, password: string): Promise<void>;
}

const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session around this');
  return session;
}

/** Who is signed in; only for what is drawn when somebody is. */
export function useMe(): Person {
  const { person } = useSession();
  if (!person) throw new Error('nobody is signed in');
  return person;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [person, setPerson] = useState<Person | null>();
  const [expired, setExpired] = useState(false);

  const enter = useCallback((who: Who) => {
    holdCsrf(who.csrf);
    setPerson(who.person);
    setExpired(false);
  }, []);

  useEffect(() => {
    whenSignedOut(() => {
      holdCsrf(undefined);
      setPerson((before) => {
        if (before) setExpired(true);
        return before ? null : before;
      });
    });
    request<Who>('GET', '/session').then(enter, () => setPerson(null));
  }, [enter]);

  const session = useMemo<Session>(
    () => ({
      person,
      expired,
      signIn: async (name, password) => {
        const who = await request<Who>('POST', '/session', { body: { name, password } });
        queries.clear(); // another person may see other things
        enter(who);
      },
      signOut: async () => {
        await request('DELETE', '/session').catch(() => undefined);
        holdCsrf(undefined);
        setPerson(null);
        queries.clear();
      },
      changePassword: async (current, password) =>
        enter(await request<Who>('POST', '/password', { body: { current, password } })),
    }),
    [person, expired, enter, queries],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
