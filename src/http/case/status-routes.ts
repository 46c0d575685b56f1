import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Case } from '../../domain/case.js';
import { RedressError } from '../../errors.js';
import { messageLimit } from '../chat/limit.js';
import type { HttpPorts, StatusPorts } from '../http-ports.js';
import { jsonBody } from '../json-body.js';
import { sendPage } from '../pages.js';
import { read } from '../problem.js';
import { causeOf } from '../request-cause.js';
import { refused } from '../refused.js';
import { opensCase } from './case-link.js';

const Answer = z
  .strictObject({
    id: z.string().min(1).max(200),
    choice: z.string().min(1).max(200).optional(),
    text: z.string().max(20_000).optional(),
  })
  .refine(({ choice, text }) => choice !== undefined || text !== undefined, {
    message: 'an answer needs a choice or a text',
    path: ['choice'],
  });

/** The customer's status page: page or JSON by Accept, for the holder of the signed link. Reading records nothing. */
export function statusRoutes(ports: StatusPorts & Pick<HttpPorts, 'webRoot'>): Router {
  const router = Router();
  const waitFor = messageLimit(ports.now);

  router.get('/:number', async (request, response) => {
    const found = await named(ports, request);
    response.vary('Accept');
    if (request.accepts(['html', 'json']) !== 'json') {
      response.status(found ? 200 : 404);
      return sendPage(ports.webRoot, 'case', response);
    }
    response.set('Cache-Control', 'no-store').json(await ports.customerView(opened(found)));
  });

  router.post('/:number/answers', jsonBody(), async (request: Request, response: Response) => {
    const { number } = opened(await named(ports, request));
    const answer = read(Answer, request.body);
    const wait = waitFor(number);
    if (wait > 0) {
      response.set('Retry-After', String(wait));
      throw new RedressError('TOO_MANY');
    }
    const result = await ports.answerCase(number, answer, causeOf(request, ports.ids, `case-page/${number}`));
    if (!result.ok) throw refused(result);
    response.set('Cache-Control', 'no-store').json(await ports.customerView(result.case));
  });

  return router;
}

/** The case of the address when the key is right; the storage is not asked otherwise. */
async function named({ links, now, stores }: StatusPorts, { params, query }: Request): Promise<Case | undefined> {
  const number = String(params.number);
  return opensCase(links, number, query.key, now()) ? stores.cases.find(number) : undefined;
}

function opened(found: Case | undefined): Case {
  if (!found) throw new RedressError('NOT_FOUND', 'This link opens nothing.');
  return found;
}
