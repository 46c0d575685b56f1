import type { FakeChat, Talk } from './fake-chat.js';
import { answer, type Exchange, type Handler } from './fake-desk.js';

const API = '/desk/api/v1';
const PERSON = { name: 'li', displayName: '李思远', roles: ['service'] };

/** The staff API in memory: one person `li` with the password `secret`. */
export class FakeStaff {
  cases = new Map<string, Record<string, unknown> & { version: number }>();
  operations: Record<string, unknown>[] = [];
  performed: { on: string; verb: string; args: unknown; headers: Record<string, unknown> }[] = [];
  /** Answers instead of performing, once. */
  refuseNext: { status: number; body: unknown } | undefined;

  constructor(private readonly chat: FakeChat) {}

  reset(): void {
    this.cases.clear();
    this.operations = [];
    this.performed = [];
    this.refuseNext = undefined;
  }

  handle: Handler = (exchange) => {
    const { path, method, headers, response } = exchange;
    if (!path.startsWith(`${API}/`)) return false;
    const route = path.slice(API.length);
    if (route === '/session' && method === 'POST') return this.#signIn(exchange);
    const invited = /^\/invitations\/(.+)$/.exec(route);
    if (invited) return answer(response, 200, {});
    if (!headers.cookie?.includes('session=li'))
      return answer(response, 401, { code: 'SIGN_IN', message: 'Sign in first.' });
    if (method !== 'GET' && headers['x-csrf-token'] !== 'csrf-li')
      return answer(response, 403, { code: 'CSRF', message: 'The token is missing.' });
    if (route === '/session')
      return answer(response, 200, method === 'DELETE' ? {} : { person: PERSON, csrf: 'csrf-li' });
    if (route === '/operations') return answer(response, 200, { operations: this.operations });
    if (route === '/cases') return this.#list(exchange);
    const [, number = '', verb] = /^\/cases\/([^/]+)(?:\/operations\/(.+))?$/.exec(route) ?? [];
    if (number) return verb ? this.#operate(exchange, number, verb) : this.#case(exchange, number);
    return this.#conversations(exchange, route);
  };

  #signIn({ json, response }: Exchange): true {
    const { name, password } = json();
    if (name !== 'li' || password !== 'secret')
      return answer(response, 401, { code: 'WRONG_PASSWORD', message: '账号或密码不对，还可以试 4 次。' });
    const headers = { 'set-cookie': 'session=li; HttpOnly; SameSite=Strict; Path=/' };
    return answer(response, 200, { person: PERSON, csrf: 'csrf-li' }, headers);
  }

  #list({ query, response }: Exchange): true {
    const [stage, q] = [query.get('stage'), query.get('q')];
    const cases = [...this.cases.values()].filter(
      (one) => (!stage || one.stage === stage) && (!q || JSON.stringify(one).includes(q)),
    );
    return answer(response, 200, { cases, cursor: null });
  }

  #case({ response }: Exchange, number: string): true {
    const found = this.cases.get(number);
    if (!found) return answer(response, 404, { code: 'NOT_FOUND', message: 'No such case.' });
    return answer(response, 200, found, { etag: `"${found.version}"` });
  }

  #operate({ json, headers, response }: Exchange, number: string, verb: string): true {
    const found = this.cases.get(number);
    if (!found) return answer(response, 404, { code: 'NOT_FOUND', message: 'No such case.' });
    if (this.refuseNext) {
      const { status, body } = this.refuseNext;
      this.refuseNext = undefined;
      return answer(response, status, body);
    }
    if (headers['if-match'] !== `"${found.version}"`)
      return answer(response, 409, { code: 'STALE', message: 'Somebody else changed it.' });
    this.performed.push({ on: number, verb, args: json(), headers });
    found.version += 1;
    return answer(response, 200, found, { etag: `"${found.version}"` });
  }

  #conversations({ query, json, headers, method, response }: Exchange, route: string): true {
    const [, id = '', verb] = /^\/conversations\/([^/]+)(?:\/operations\/(.+))?$/.exec(route) ?? [];
    const shown = ({ id, control, messages }: Talk) => ({ id, control, name: '林若岚', last: messages.at(-1)?.text });
    if (!id) {
      const control = query.get('control');
      const list = [...this.chat.talks.values()].filter((talk) => talk.control === control);
      return answer(response, 200, { conversations: list.map(shown) });
    }
    const talk = this.chat.talks.get(id);
    if (!talk) return answer(response, 404, { code: 'NOT_FOUND', message: 'No such conversation.' });
    if (method === 'GET') return answer(response, 200, { ...shown(talk), messages: talk.messages });
    const args = json();
    this.performed.push({ on: id, verb: verb ?? '', args, headers });
    if (verb === 'take-over') talk.control = 'agent';
    if (verb === 'hand-back') talk.control = 'bot';
    if (verb === 'say') this.chat.say(talk, { from: 'agent', author: PERSON.displayName, text: String(args.text) });
    return answer(response, 200, { ...shown(talk), messages: talk.messages });
  }
}
