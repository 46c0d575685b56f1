import { Router, type Response } from 'express';
import { z } from 'zod';
import { unknownVariable, type CannedReply } from '../../domain/canned-reply.js';
import { LANGUAGES } from '../../domain/language.js';
import { RedressError } from '../../errors.js';
import { read } from '../problem.js';
import type { StaffPorts } from '../staff-ports.js';
import { senderOf } from './session.js';

const MOST = 200;

const title = z.string().trim().min(1).max(80);
const text = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .refine((given) => unknownVariable(given) === undefined, {
    error: ({ input }) => `nothing fills {{${unknownVariable(input as string)}}}`,
  });
const language = z.enum(LANGUAGES);

export const NewReply = z.strictObject({
  title,
  text,
  language: language.optional(),
  shared: z.boolean().default(false),
});
export const ReplyChange = z.strictObject({
  title: title.optional(),
  text: text.optional(),
  language: language.nullish(),
});

/** Canned replies: everybody's, which administrators keep, and one's own. */
export function cannedRoutes({ stores, ids, now }: StaffPorts): Router {
  const router = Router();
  const replies = stores.cannedReplies;

  router.get('/canned-replies', async (_request, response) => {
    const { person } = senderOf(response);
    response.json({ replies: (await replies.of(person.name)).map(rowOf) });
  });

  router.post('/canned-replies', async (request, response) => {
    const { person } = senderOf(response);
    const { shared, ...given } = read(NewReply, request.body ?? {});
    if (shared) mustKeepShared(response);
    if ((await replies.of(person.name)).length >= MOST)
      throw new RedressError('TOO_MANY', `There are ${MOST} canned replies already; remove one first.`);
    const reply: CannedReply = {
      ...given,
      id: ids.next(),
      ...(!shared && { owner: person.name }),
      by: person.name,
      at: now(),
    };
    await replies.create(reply);
    response.status(201).json(rowOf(reply));
  });

  router.patch('/canned-replies/:id', async (request, response) => {
    const before = await changeable(String(request.params.id), response);
    const { language: spoken, ...given } = read(ReplyChange, request.body ?? {});
    const next: CannedReply = {
      ...before,
      ...given,
      ...(spoken !== undefined && { language: spoken ?? undefined }),
      by: senderOf(response).person.name,
      at: now(),
    };
    await replies.replace(next);
    response.json(rowOf(next));
  });

  router.delete('/canned-replies/:id', async (request, response) => {
    const { id } = await changeable(String(request.params.id), response);
    await replies.remove(id);
    response.sendStatus(204);
  });

  /** One's own, or everybody's for an administrator; somebody else's is not there. */
  async function changeable(id: string, response: Response): Promise<CannedReply> {
    const found = await replies.find(id);
    const { name } = senderOf(response).person;
    if (!found || (found.owner !== undefined && found.owner !== name))
      throw new RedressError('NOT_FOUND', 'There is no such canned reply for you.');
    if (found.owner === undefined) mustKeepShared(response);
    return found;
  }

  return router;
}

function mustKeepShared(response: Response): void {
  if (!senderOf(response).person.roles.includes('admin'))
    throw new RedressError('FORBIDDEN', 'Administrators keep the replies that are everybody’s.', 'shared');
}

const rowOf = ({ id, title, text, language, owner }: CannedReply) => ({
  id,
  title,
  text,
  language,
  shared: owner === undefined,
});
