import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { LANGUAGES } from '../../domain/language.js';
import type { Verb } from '../staff-ports.js';
import { NewPerson, PersonChange } from './account-routes.js';
import { NewReply, ReplyChange } from './canned-routes.js';
import { CaseFilter } from './case-routes.js';
import { ConversationFilter, MessageFilter } from './conversation-routes.js';
import { FeedPlace } from './feed.js';
import { FileQuery } from './file-routes.js';
import { Acceptance } from './invitation-routes.js';
import { YearQuery } from './playbook-routes.js';
import { Here } from './presence-routes.js';
import { NotificationFilter, ObligationFilter, ReadNotices } from './promise-routes.js';
import { AuditQuery } from './audit-routes.js';
import { ReportQuery } from './report-routes.js';
import { Credentials, PasswordChange } from './session-routes.js';
import { SessionQuery } from './sessions-routes.js';
import { NewToken } from './token-routes.js';
import { Replay } from './upkeep-routes.js';
import { NewWebhook } from './webhook-routes.js';

const Problem = z
  .object({ code: z.string(), message: z.string(), field: z.string().optional() })
  .meta({ id: 'Problem', description: 'Why a request was refused; the code is of the catalogue.' });
const Person = z
  .object({
    name: z.string(),
    displayName: z.string(),
    no: z.string().optional(),
    roles: z.array(z.string()),
    department: z.string().optional(),
    skills: z.array(z.string()),
    offDuty: z.boolean().optional(),
    active: z.boolean(),
  })
  .meta({ id: 'Person' });
const Case = z.looseObject({ number: z.string(), version: z.number() }).meta({ id: 'Case' });
const Conversation = z
  .looseObject({ id: z.string(), control: z.enum(['bot', 'waiting', 'agent']) })
  .meta({ id: 'Conversation' });
const Who = z.object({ person: Person, csrf: z.string() }).meta({ id: 'Who' });
const Invitation = z.object({ link: z.string() });

const Token = z.object({
  id: z.string(),
  name: z.string(),
  label: z.string(),
  roles: z.array(z.string()),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().optional(),
});

const Reminder = z.object({ told: z.array(z.string()), at: z.string(), again: z.string() }).meta({ id: 'Reminder' });

const Reply = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  language: z.enum(LANGUAGES).optional(),
  shared: z.boolean(),
});

interface Route {
  about: string;
  answers?: z.ZodType;
  status?: 200 | 201 | 204;
  body?: z.ZodType;
  query?: z.ZodObject;
  headers?: z.ZodObject;
  open?: true;
}

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

function operation(path: string, { about, answers, status = 200, body, query, headers, open }: Route) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, z.string()] as const);
  const described: ZodOpenApiOperationObject = {
    summary: about,
    ...(open && { security: [] }),
    requestParams: {
      path: z.object(Object.fromEntries(names)),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(body && { requestBody: json(body) }),
    responses: {
      [status]: { description: 'Done', ...(answers && json(answers)) },
      default: { description: 'Refused', ...json(Problem) },
    },
  };
  return described;
}

const once = z.object({ 'Idempotency-Key': z.string().optional() });
const onVersion = once.extend({ 'If-Match': z.string().optional().meta({ description: 'The ETag of the case' }) });
const page = (key: string, of: z.ZodType) => z.object({ [key]: z.array(of), cursor: z.string().nullable() });

const ROUTES: Record<string, Partial<Record<'get' | 'post' | 'patch' | 'delete', Route>>> = {
  '/session': {
    get: { about: 'Who is signed in', answers: Who },
    post: { about: 'Sign in', body: Credentials, answers: Who, open: true },
    delete: { about: 'Sign out', status: 204 },
  },
  '/sessions': { get: { about: 'Where people are signed in', query: SessionQuery } },
  '/sessions/{id}': { delete: { about: 'End one', status: 204 } },
  '/password': {
    post: { about: 'Change one’s password; ends all other sessions', body: PasswordChange, answers: Who },
  },
  '/invitations/{token}': {
    get: { about: 'Whom an invitation is for', open: true },
    post: { about: 'Accept it with a password of one’s own', body: Acceptance, open: true },
  },
  '/staff': {
    get: { about: 'The people of the desk', answers: z.object({ staff: z.array(Person) }) },
    post: { about: 'Invite somebody', body: NewPerson, answers: Invitation, status: 201 },
  },
  '/staff/{name}': { patch: { about: 'Change what somebody is or may', body: PersonChange, answers: Person } },
  '/staff/{name}/invitation': { post: { about: 'Invite somebody again', answers: Invitation, status: 201 } },
  '/tokens': {
    get: { about: 'API tokens', answers: z.object({ tokens: z.array(Token) }) },
    post: {
      about: 'Make one; it is shown this once',
      body: NewToken,
      answers: Token.extend({ token: z.string() }),
      status: 201,
    },
  },
  '/tokens/{id}': { delete: { about: 'Revoke one', status: 204 } },
  '/webhooks': {
    get: { about: 'Other systems that are told of cases' },
    post: { about: 'Tell one more; the secret that signs is shown this once', body: NewWebhook, status: 201 },
  },
  '/webhooks/{id}': { delete: { about: 'Tell it no more', status: 204 } },
  '/webhooks/{id}/deliveries': { get: { about: 'What it was told, newest first, and what it did not take' } },
  '/cases': { get: { about: 'Cases that one may see', query: CaseFilter, answers: page('cases', Case) } },
  '/cases/{number}': { get: { about: 'A case; its version is the ETag', answers: Case } },
  '/cases/{number}/course': { get: { about: 'What a case still needs, its clocks line by line, its neighbours' } },
  '/cases/{number}/reminders': {
    post: {
      about: 'Remind whoever the case waits for; once in ten minutes a case and person, else TOO_MANY',
      answers: Reminder,
      status: 201,
    },
  },
  '/approvals': { get: { about: 'What waits for approval, and whether it is one’s own to give' } },
  '/playbooks': { get: { about: 'The procedures of one’s roles: stages, categories, roles in words' } },
  '/playbooks/versions': { get: { about: 'Every version of the procedures, and how many cases go on each' } },
  '/calendars': { get: { about: 'A year’s days off and make-up days', query: YearQuery } },
  '/reports': { get: { about: 'What some weeks came to, of the cases that one sees', query: ReportQuery } },
  '/audit': {
    get: { about: 'Who did what, to which case or at the desk itself, and where a chain breaks', query: AuditQuery },
  },
  '/hours': { get: { about: 'Whether working time runs' } },
  '/channels': { get: { about: 'The channels that are on' } },
  '/channels/{name}/test': { post: { about: 'Ask the channel’s vendor whether the desk’s account is right' } },
  '/dead-letters': { get: { about: 'Messages set aside after five tries, oldest first' } },
  '/dead-letters/replay': { post: { about: 'Take one up again', body: Replay } },
  '/obligations/replay': { post: { about: 'Have the desk act on a promise now', body: Replay } },
  '/webhook-deliveries/replay': { post: { about: 'Send a dead delivery again', body: Replay } },
  '/conversations': {
    get: { about: 'Conversations', query: ConversationFilter, answers: page('conversations', Conversation) },
  },
  '/conversations/{id}': {
    get: { about: 'A conversation with its messages', query: MessageFilter, answers: Conversation },
  },
  '/conversations/{id}/files': {
    post: { about: 'A file for a reply, as multipart/form-data in the field `file`', status: 201 },
  },
  '/conversations/{id}/presence': {
    post: { about: 'One looks at it, or writes in it; forgotten after 25 s', body: Here, status: 204 },
  },
  '/canned-replies': {
    get: { about: 'Canned replies: everybody’s and one’s own', answers: z.object({ replies: z.array(Reply) }) },
    post: { about: 'Keep one; `shared` by an administrator only', body: NewReply, answers: Reply, status: 201 },
  },
  '/canned-replies/{id}': {
    patch: { about: 'Change one', body: ReplyChange, answers: Reply },
    delete: { about: 'Remove one', status: 204 },
  },
  '/obligations': { get: { about: 'What is owed, or was', query: ObligationFilter } },
  '/notifications': { get: { about: 'What one was told, newest first', query: NotificationFilter } },
  '/notifications/read': { post: { about: 'Mark some as read', body: ReadNotices } },
  '/files/{sha256}': { get: { about: 'Evidence of a case, as an attachment', query: FileQuery } },
  '/operations': { get: { about: 'Every operation with its arguments as JSON Schema' } },
  '/feed': {
    get: {
      about:
        'Server-sent events {type: case | conversation | presence | notification | reset, ...}; goes on from Last-Event-ID or `after`',
      query: FeedPlace,
    },
  },
};

const PLACE = {
  case: { prefix: '/cases/{number}', headers: onVersion, answers: Case },
  conversation: { prefix: '/conversations/{id}', headers: once, answers: Conversation },
  desk: { prefix: '', headers: once, answers: Case },
};

/** The staff API as OpenAPI 3.1, from the schemas that the doors read by. */
export function openApi(verbs: readonly Verb[]): object {
  const operations = verbs.map(({ name, on, describe, arguments: body }) => {
    const { prefix, headers, answers } = PLACE[on];
    return [`${prefix}/operations/${name}`, { post: { about: describe, body, headers, answers } }] as const;
  });
  const paths: ZodOpenApiPathsObject = {};
  for (const [path, routes] of [...Object.entries(ROUTES), ...operations])
    paths[path] = Object.fromEntries(Object.entries(routes).map(([method, route]) => [method, operation(path, route)]));
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Redress staff API', version: '1' },
    servers: [{ url: '/desk/api/v1' }],
    security: [{ session: [], csrf: [] }, { token: [] }],
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'redress' },
        token: { type: 'http', scheme: 'bearer' },
        csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token' },
      },
    },
    paths,
  });
}
