import type { Response } from 'express';
import { DEEDS, type Deed, type DeskEvent } from '../../domain/desk-event.js';
import type { StaffPorts } from '../staff-ports.js';
import { senderOf } from './session.js';

type Ports = Pick<StaffPorts, 'stores' | 'ids' | 'now'>;
type About = Pick<DeskEvent, 'about' | 'detail'>;

/** Keeps for the audit what somebody did at the desk itself. */
export async function noteDeed({ stores, ids, now }: Ports, by: string, what: Deed, about: About = {}): Promise<void> {
  await stores.deskEvents.add({ id: ids.next(), at: now(), by, kind: DEEDS[what], what, ...about });
}

/** The same for who sent the request; a program that acts for them is named by what its token is for. */
export async function noteBySender(ports: Ports, response: Response, what: Deed, about: About = {}): Promise<void> {
  const sender = senderOf(response);
  const via = 'token' in sender ? { via: sender.token.label } : undefined;
  const detail = via || about.detail ? { ...about.detail, ...via } : undefined;
  await noteDeed(ports, sender.person.name, what, { ...about, ...(detail && { detail }) });
}
