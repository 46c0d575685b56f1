import { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { InboundFile } from '../../domain/message.js';
import { RedressError } from '../../errors.js';
import type { ChatPorts } from '../http-ports.js';
import { read } from '../problem.js';
import { tokenHash } from '../token.js';
import { streamEvents } from './events.js';
import { createHolders, type Holder } from './holder.js';
import { messageLimit } from './limit.js';
import { offeredBefore, visible } from './message-view.js';
import type { TypingShown } from './typing-shown.js';
import { readUpload } from './upload.js';

const PAGE = 200;
const SETTLE_MS = 2000;

const Opening = z.strictObject({ locale: z.string().max(35).optional(), playbook: z.string().max(60).optional() });
const Said = z
  .strictObject({
    id: z.string().min(1).max(200),
    text: z.string().max(60_000).optional(),
    choice: z.string().min(1).max(200).optional(),
    files: z.array(z.string().min(1).max(100)).max(10).optional(),
    edits: z.string().max(200).optional(),
  })
  .refine(({ text, choice, files }) => text !== undefined || choice !== undefined || files !== undefined, {
    message: 'a message needs text, choice or files',
    path: ['text'],
  });

/** The web chat's public contract. */
export function chatRoutes(ports: ChatPorts, typing: TypingShown): Router {
  const router = Router();
  const waitFor = messageLimit(ports.now);
  const authorized = createHolders(ports.stores.conversations);
  router.use(crossOrigin(ports.allowedOrigins));

  router.post('/conversations', async (request, response) => {
    const { locale, playbook: wanted } = read(Opening, request.body ?? {});
    const playbook = wanted === undefined ? ports.defaultPlaybook() : ports.playbook(wanted);
    if (!playbook)
      throw new RedressError('BAD_REQUEST', 'playbook: there is no published playbook of this id.', 'playbook');
    const [id, token] = [ports.ids.inOrder(), ports.ids.next()];
    await ports.openConversation({
      id,
      tokenHash: tokenHash(token),
      playbookId: playbook.id,
      locale,
      defaultLanguage: playbook.languages[0]!,
    });
    response.status(201).json({ conversationId: id, token });
  });

  router.post('/conversations/:id/messages', async (request, response) => {
    const conversation = await authorized(request);
    const { id: deliveryId, text, choice, files, edits } = read(Said, request.body);
    const wait = waitFor(conversation.id);
    if (wait > 0) {
      response.setHeader('Retry-After', String(wait));
      throw new RedressError('TOO_MANY', `More than 20 messages in 10 seconds; wait ${wait} s.`);
    }
    const { channel, account, user } = conversation;
    const evidence = await filesOf(ports, conversation, files ?? []);
    const { duplicate } = await ports.take({
      channel,
      account,
      user,
      conversationId: conversation.id,
      deliveryId,
      text,
      choice,
      files: evidence,
      edits,
    });
    response.status(202).json({ accepted: true, duplicate });
  });

  router.get('/conversations/:id/messages', async (request, response) => {
    const { id } = await authorized(request);
    const after = cursorOf(request.query.after, 'after');
    await Promise.race([ports.settled(id), patience(SETTLE_MS)]);
    const offered = await offeredBefore(ports.stores.messages, id, after);
    const rows = await ports.stores.messages.page(id, after, PAGE);
    const { views, cursor } = visible(rows, after, ports.now(), ports.fileLinkOf, offered);
    response.json({ messages: views.map(({ view }) => view), cursor: String(cursor) });
  });

  router.get('/conversations/:id/events', async (request, response) => {
    const { id } = await authorized(request);
    await streamEvents(
      ports,
      typing,
      id,
      cursorOf(request.get('last-event-id') ?? request.query.after, 'Last-Event-ID'),
      request,
      response,
    );
  });

  router.post('/conversations/:id/files', uploadAuthorized(authorized), async (request, response) => {
    const { name, type, bytes } = await readUpload(request);
    const { sha256, size } = await ports.stores.files.put(bytes);
    const file = {
      fileId: ports.ids.next(),
      conversationId: String(request.params.id),
      name,
      type,
      size,
      sha256,
      at: ports.now(),
    };
    await ports.stores.files.register(file);
    response.status(201).json({ fileId: file.fileId, sha256 });
  });

  return router;
}

/** Refuses an upload before its body is read, and lets the refusal be read by the client. */
function uploadAuthorized(authorized: (request: Request) => Promise<Holder>): RequestHandler {
  return async (request: Request, _response: Response, next: NextFunction) => {
    await authorized(request).catch((error: unknown) => {
      request.resume();
      throw error;
    });
    next();
  };
}

async function filesOf(ports: ChatPorts, conversation: Holder, ids: string[]): Promise<InboundFile[]> {
  const found = await Promise.all(ids.map((id) => ports.stores.files.find(id)));
  return found.map((file) => {
    if (!file || file.conversationId !== conversation.id)
      throw new RedressError('BAD_REQUEST', 'files: one of them was not uploaded to this conversation.', 'files');
    const { fileId, name, type, size, sha256 } = file;
    return { fileId, name, type, size, sha256 };
  });
}

function cursorOf(given: unknown, field: string): number {
  if (given === undefined || given === '') return 0;
  if (typeof given !== 'string' || !/^\d{1,12}$/.test(given))
    throw new RedressError('BAD_REQUEST', `${field}: not a cursor of this conversation.`, field);
  return Number(given);
}

function crossOrigin(allowed: string[]): RequestHandler {
  return (request, response, next) => {
    const origin = request.get('origin');
    if (!origin || !allowed.includes(origin)) return next();
    response.set({
      'Access-Control-Allow-Origin': origin,
      Vary: 'Origin',
      'Access-Control-Expose-Headers': 'Retry-After',
    });
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Last-Event-ID',
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Max-Age': '600',
    });
    response.sendStatus(204);
  };
}

const patience = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
