import { statusPage } from '../src/status-page.js';
import { sampleCase } from './support/dialog-case.js';
import { smallPlaybook } from './support/dialog-playbook.js';

const keys = (say: unknown[]) =>
  say.map((one) => (typeof one === 'string' ? one : (one as { key: string }).key)).join(' ');

test('a customer who is asked to accept reads on the page, too, by when silence counts', () => {
  const playbook = smallPlaybook();
  const asked = { at: new Date('2026-03-02T02:00:00Z'), delivered: true, calls: 0 };
  const of = sampleCase({ number: '806-2564-4', status: 'waiting-for-customer', asked });
  const page = statusPage(of, playbook, undefined, keys) as { asks: { text: string } };
  expect(page.asks.text).toContain('accept.ask');
});
