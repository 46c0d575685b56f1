import type { Playbook } from '../../../src/web/console/api/playbook-shapes.js';
import { meantBy, namedWords } from '../../../src/web/console/case/named-words.js';

const BOOK = {
  stages: [
    { id: 'look', needs: [{ verb: 'record-finding', all: { argument: 'checks', of: ['people', 'papers'] } }] },
    {
      id: 'ask',
      needs: [
        { verb: 'record-contact', distinct: { argument: 'with', among: ['site', 'lab'] } },
        { verb: 'inform-customer', with: ['text'] },
      ],
    },
    { id: 'tell', needs: [{ verb: 'record-contact', where: { with: ['insurer'] } }] },
  ],
  closing: [{ verb: 'dispose-goods', where: { disposition: ['scrap'] } }],
  caseClocks: [{ id: 'board', metBy: [{ verb: 'record-contact', where: { with: ['board'] } }] }],
  contacts: [{ with: ['media', 'site'] }],
} as unknown as Playbook;

test('the words that needs name for an argument, those of the present stage first, each once', () => {
  expect(namedWords(BOOK, 'tell', 'record-contact', 'with')).toEqual({
    words: ['insurer', 'site', 'lab', 'board', 'customer', 'media'],
    together: false,
  });
  expect(namedWords(BOOK, 'ask', 'record-contact', 'with')?.words[0]).toBe('site');
  expect(namedWords(BOOK, 'ask', 'dispose-goods', 'disposition')).toEqual({ words: ['scrap'], together: false });
});

test('what all must be named together is told apart', () =>
  expect(namedWords(BOOK, 'ask', 'record-finding', 'checks')).toEqual({ words: ['people', 'papers'], together: true }));

test('no words are made up where no need names any; the customer can always be a contact', () => {
  expect(namedWords(BOOK, 'ask', 'record-finding', 'cause')).toBeUndefined();
  expect(namedWords(BOOK, 'ask', 'record-contact', 'note')).toBeUndefined();
  expect(namedWords(undefined, 'ask', 'record-contact', 'with')).toBeUndefined();
  const bare = { stages: [], caseClocks: [] } as unknown as Playbook;
  expect(namedWords(bare, 'ask', 'record-contact', 'with')?.words).toEqual(['customer']);
});

test('a word typed by its label means the word, anything else itself', () => {
  const options = [
    { value: 'customer', label: '客户' },
    { value: 'lab', label: 'Laboratory' },
  ];
  expect(meantBy(options, ' 客户 ')).toBe('customer');
  expect(meantBy(options, 'laboratory')).toBe('lab');
  expect(meantBy(options, '客户的先生')).toBe('客户的先生');
});
