import { isNamedIn, isRecused } from '../../src/domain/recusal.js';

const chen = { name: 'chen', displayName: '陈经理', no: '0217' };
const wang = { name: 'wang', displayName: '王芳' };
const he = { name: 'he', displayName: 'he' };

describe('the person complained about', () => {
  it.each([
    ['陈经理', chen],
    ['陈', chen],
    ['chen', chen],
    ['工号0217', chen],
    ['No. 0217', chen],
    ['王芳', wang],
    ['王芳经理', wang],
    ['前台的王芳，态度很差', wang],
    ['Ms Wang', wang],
    ['the manager named Wang', wang],
    ['He', he],
  ])('"%s" is them', (said, person) => expect(isNamedIn(said, person)).toBe(true));

  it.each([
    ['夜班前台', chen],
    ['陈小姐的朋友', chen],
    ['10217', chen],
    ['王', wang],
    ['he was rude', he],
    ['the guide there', he],
    ['', wang],
    ['经理', chen],
    ['Wangler', wang],
  ])('"%s" is not', (said, person) => expect(isNamedIn(said, person)).toBe(false));

  it('is recused, and so is who was recused by a person', () => {
    expect(isRecused({ recused: [], accused: '陈经理' }, chen)).toBe(true);
    expect(isRecused({ recused: [{ name: 'wang', reason: 'a cousin', by: 'zhao' }] }, wang)).toBe(true);
    expect(isRecused({ recused: [] }, wang)).toBe(false);
  });
});
