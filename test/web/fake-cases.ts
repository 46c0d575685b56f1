import { answer, type Handler } from './fake-desk.js';

/** The status page's JSON by case number, and the answers that came; the key is `good`. */
export class FakeCases {
  status = new Map<string, Record<string, unknown>>();
  answers: Record<string, unknown>[] = [];
  /** What the page shows after an answer. */
  afterAnswer: Record<string, unknown> | undefined;

  reset(): void {
    this.status.clear();
    this.answers = [];
    this.afterAnswer = undefined;
  }

  handle: Handler = ({ method, path, query, headers, json, response }) => {
    const [, number = '', answers] = /^\/case\/([^/]+)(\/answers)?$/.exec(path) ?? [];
    if (!number || (method === 'GET' && !headers.accept?.includes('application/json'))) return false;
    const found = this.status.get(number);
    if (!found || query.get('key') !== 'good')
      return answer(response, 404, { code: 'NOT_FOUND', message: 'This link opens nothing.' });
    if (method === 'GET') return answer(response, 200, found);
    if (!answers) return false;
    this.answers.push(json());
    if (this.afterAnswer) this.status.set(number, this.afterAnswer);
    return answer(response, 200, this.status.get(number));
  };
}
