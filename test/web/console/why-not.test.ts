import type { CaseRow } from '../../../src/web/console/api/case-shapes.js';
import { whyNot } from '../../../src/web/console/cases/why-not.js';

const BOOKS: Record<string, { roles: { id: string; label: never }[] }> = {
  travel: { roles: [{ id: 'service', label: {} as never }] },
  hotel: { roles: [{ id: 'desk', label: {} as never }] },
};
const row = (number: string, over: Partial<CaseRow> = {}) =>
  ({ number, playbook: 'travel', recused: [], ...over }) as unknown as CaseRow;
const wang = { name: 'wang', displayName: '王佳宁', roles: ['service'], skills: [], active: true };
const ask = (...rows: CaseRow[]) => whyNot(wang, rows, (id) => BOOKS[id]);

test('whoever may have all of them has no reason against', () => expect(ask(row('1'), row('2'))).toBeUndefined());

test('a recused person is out, by name and by what the customer said; of several, the cases are named', () => {
  expect(ask(row('1', { recused: ['wang'] }))).toEqual({ why: 'recused', numbers: ['1'], all: true });
  expect(ask(row('1'), row('2', { accused: '王佳宁经理' }))).toEqual({ why: 'recused', numbers: ['2'], all: false });
});

test('somebody without a role in the procedure is out', () => {
  expect(ask(row('1', { playbook: 'hotel' }))).toEqual({ why: 'procedure', numbers: ['1'], all: true });
  expect(ask(row('1', { playbook: 'hotel' }), row('2', { recused: ['wang'] }))).toMatchObject({
    why: 'recused',
    numbers: ['2'],
    all: true,
  });
});
