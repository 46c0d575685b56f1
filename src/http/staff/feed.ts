import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { openEventStream } from '../event-stream.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { DeskFeed, type Told } from './desk-feed.js';
import type { WhoIsThere } from './presence.js';
import { senderOf, stillOn, type SignedIn } from './session.js';
import { Standing } from './standing.js';
import { seesCase, seesConversationAmong } from './visibility.js';

const BEAT_MS = 15_000;
/** A client that reads no more is cut off; it resumes from its last event. */
const UNREAD_BYTES = 1_000_000;

const PLACE = /^\d{1,15}$/;
export const FeedPlace = z.object({ after: z.string().regex(PLACE, 'not a place in this feed').optional() });

/**
 * The console's live feed: says what changed, to those who may see it; the client reads the thing itself. Every event has
 * an id, from which a client goes on (`Last-Event-ID`, or `after`) at any process, also after a restart.
 */
export function feedRoutes(ports: StaffPorts, who: WhoIsThere): Router {
  const feed = new DeskFeed(ports, who);
  const router = Router();
  router.get('/feed', async (request, response) => {
    const place = placeOf(request);
    openEventStream(response);
    const sender = senderOf(response);
    const stop = feed.watch({
      tell: (batch, standing) => tell(ports, { sender, response }, batch, standing),
      end: () => void response.end(),
    });
    const beat = setInterval(() => void alive(ports, { sender, response }), BEAT_MS).unref();
    request.on('close', () => {
      clearInterval(beat);
      stop();
    });
    // Watched before the past is read, so that nothing falls between.
    if (place) await catchUp(ports, feed, { sender, response }, place).catch(() => void response.end());
    else says(response, ports.now());
  });
  return router;
}

interface Watcher {
  sender: SignedIn;
  response: Response;
}

function placeOf(request: Request): Date | undefined {
  const { after } = read(FeedPlace, request.query);
  const last = request.get('last-event-id');
  const place = last && PLACE.test(last) ? last : after;
  return place === undefined ? undefined : new Date(Number(place));
}

async function catchUp(ports: StaffPorts, feed: DeskFeed, watcher: Watcher, place: Date): Promise<void> {
  const missed = await feed.since(place);
  if (missed) await tell(ports, watcher, missed);
  says(watcher.response, ports.now(), missed ? undefined : { type: 'reset' });
}

/** Roles, recusals and sessions count as they are when something happens, not as they were when the stream began. */
async function tell(
  ports: StaffPorts,
  { sender, response }: Watcher,
  batch: Told[],
  standing?: Standing,
): Promise<void> {
  const now = await (standing ?? (await Standing.read(ports))).of(sender);
  if (!now || response.writableLength > UNREAD_BYTES) return void response.end();
  let lines = '';
  for (const told of batch) for (const line of linesFor(ports, now, told)) lines += line;
  if (lines) response.write(bytesOf(batch, lines));
}

const encoded = new WeakMap<Told[], Map<string, Buffer>>();

/** Most watchers are told the same of one batch: it is encoded once. */
function bytesOf(batch: Told[], lines: string): Buffer {
  const known = encoded.get(batch) ?? new Map<string, Buffer>();
  encoded.set(batch, known);
  const bytes = known.get(lines) ?? Buffer.from(lines);
  known.set(lines, bytes);
  return bytes;
}

function* linesFor(ports: StaffPorts, { person }: SignedIn, told: Told): Generator<string> {
  const { at, case: of, conversation, cases = [], there } = told;
  if (of && seesCase(of, person))
    yield sharedLine(told, of, () => ({ type: 'case', number: of.number, version: of.version }));
  if (conversation && seesConversationAmong(ports, conversation, cases, person)) {
    const { id, control } = conversation;
    yield there
      ? line(at, { type: 'presence', id, people: there.filter(({ name }) => name !== person.name) })
      : sharedLine(told, conversation, () => ({ type: 'conversation', id, control: control.by }));
  }
  if (told.person === person.name) yield line(at, { type: 'notification' });
}

const shared = new WeakMap<Told, Map<object, string>>();

/** What is the same for all who may see it is worded once. */
function sharedLine(told: Told, about: object, event: () => object): string {
  const lines = shared.get(told) ?? new Map<object, string>();
  shared.set(told, lines);
  const known = lines.get(about) ?? line(told.at, event());
  lines.set(about, known);
  return known;
}

/** One event with its place; without words only the place. */
function says(response: Response, at: Date, event?: object): void {
  response.write(line(at, event));
}

function line(at: Date, event?: object): string {
  const id = `id: ${at.getTime()}\n`;
  return event ? `${id}data: ${JSON.stringify(event)}\n\n` : `event: place\n${id}data:\n\n`;
}

async function alive(ports: StaffPorts, { sender, response }: Watcher): Promise<void> {
  const on = await stillOn(ports, sender).catch(() => undefined);
  if (on) says(response, ports.now());
  else response.end(); // the client signs in again, or resumes when the storage is back
}
