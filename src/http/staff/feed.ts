import { Router, type Response } from 'express';
import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Change, StaffPorts } from '../staff-ports.js';
import { senderOf, stillOn, type SignedIn } from './session.js';
import { seesCase, seesConversation } from './visibility.js';

const BEAT_MS = 15_000;

interface Watcher {
  sender: SignedIn;
  response: Response;
}

/** What a change is about, read once for all who watch. */
interface Subject {
  case?: Case;
  conversation?: Conversation;
}

/** The console's live feed: says what changed, to those who may see it; the client reads the thing itself. */
export function feedRoutes(ports: StaffPorts): Router {
  const watchers = new Set<Watcher>();
  let stopWatching: (() => void) | undefined;

  async function pass(change: Change): Promise<void> {
    const subject = await subjectOf(ports, change);
    await Promise.all([...watchers].map((watcher) => tell(ports, watcher, change, subject)));
  }

  const router = Router();
  router.get('/feed', (request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    response.write(': watching\n\n');
    const watcher = { sender: senderOf(response), response };
    watchers.add(watcher);
    stopWatching ??= ports.watchDesk((change) => {
      pass(change).catch((error: unknown) => ports.log.warn({ err: String(error) }, 'a change was not passed on'));
    });
    const beat = setInterval(() => void alive(ports, watcher), BEAT_MS).unref();
    request.on('close', () => {
      clearInterval(beat);
      watchers.delete(watcher);
      if (watchers.size > 0) return;
      stopWatching?.();
      stopWatching = undefined;
    });
  });
  return router;
}

async function subjectOf({ stores }: StaffPorts, { caseNumber, conversationId }: Change): Promise<Subject> {
  const [of, conversation] = await Promise.all([
    caseNumber === undefined ? undefined : stores.cases.find(caseNumber),
    conversationId === undefined ? undefined : stores.conversations.find(conversationId),
  ]);
  return { case: of, conversation };
}

/** Roles, recusals and sessions count as they are when something happens, not as they were when the stream began. */
async function tell(ports: StaffPorts, watcher: Watcher, change: Change, subject: Subject): Promise<void> {
  const { sender, response } = watcher;
  const now = await stillOn(ports, sender);
  if (!now) return void response.end();
  const { person } = now;
  const say = (event: object) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const { case: of, conversation } = subject;
  if (of && seesCase(of, person)) say({ type: 'case', number: of.number, version: of.version });
  if (conversation && (await seesConversation(ports, conversation, person)))
    say({ type: 'conversation', id: conversation.id, control: conversation.control.by });
  if (change.person === person.name) say({ type: 'notification' });
}

async function alive(ports: StaffPorts, { sender, response }: Watcher): Promise<void> {
  const on = await stillOn(ports, sender).catch(() => undefined);
  if (on) response.write(': alive\n\n');
  else response.end(); // the client signs in again, or resumes when the storage is back
}
