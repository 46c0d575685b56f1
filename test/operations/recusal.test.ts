import { allowedVerbs } from '../../src/operations/allowed-verbs.js';
import { maySee } from '../../src/operations/who-sees.js';
import { playbookNamed, TestDesk } from './support/desk.js';

const hotel = playbookNamed('hotel-frontdesk');
const travel = playbookNamed('travel');
const STAFF =
  'li front-desk; wang manager name=王经理 no=0217; xu manager; chen department-head dept=rooms; bao department-head dept=rooms; root admin';

async function against(concerned: string): Promise<TestDesk> {
  const desk = new TestDesk(hotel, '2026-03-10 01:15', STAFF);
  await desk.file({ content: '很吵', place: '七樓', concerned }, { category: 'noise' });
  return desk;
}

const person = (desk: TestDesk, name: string) => desk.staff.find((one) => one.name === name)!;

describe('a recused person', () => {
  it.each(['王经理', 'wang', '工号0217', '值班的王经理态度很差'])('is who "%s" names', async (concerned) => {
    const desk = await against(concerned);
    expect(desk.view.recused).toEqual(['wang']);
    expect(desk.view.accused).toBe(concerned);
  });

  it('can have no part on any path', async () => {
    const desk = await against('wang');
    expect(maySee(desk.case, hotel, person(desk, 'wang'))).toBe(false);
    for (const [verb, args] of [
      ['confirm-facts', {}],
      ['assign', { to: 'chen' }],
      ['add-note', { text: 'x' }],
      ['record-contact', { with: 'customer' }],
      ['declare-major', { reason: 'x' }],
      ['recuse', { person: 'chen', reason: 'x' }],
      ['withdraw', { reason: 'x' }],
    ] as const) {
      expect([verb, await desk.refused('wang', verb, args)]).toEqual([verb, 'RECUSED']);
    }
    await desk.act('xu', 'recuse', { person: 'chen', reason: 'a friend of the night shift' });
    expect(await desk.refused('xu', 'assign', { to: 'chen' })).toBe('RECUSED');
    expect(await desk.refused('xu', 'assign', { to: 'wang' })).toBe('RECUSED');
    await desk.act('xu', 'confirm-facts');
    await desk.act('xu', 'assign', { to: 'bao' });
    await desk.act('bao', 'record-finding', { cause: 'x', checks: 'staff,site,records' });
    await desk.act('bao', 'propose-remedy', { kind: 'apology' });
    expect(await desk.refused('wang', 'approve')).toBe('RECUSED');
    await desk.act('xu', 'approve');
  });

  it('is taken off the case they handled, and the role has it again', async () => {
    const desk = await against('不知道');
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { to: 'chen' });
    expect(desk.view.owner).toBe('chen');
    desk.heard();
    expect(await desk.refused('bao', 'recuse', { person: 'chen', reason: 'x' })).toBe('NOT_YOUR_ROLE');
    await desk.act('wang', 'recuse', { person: 'chen', reason: 'a relative of the guest' });
    expect(desk.view).toMatchObject({ owner: 'department-head', recused: ['chen'] });
    expect(desk.heard()).toEqual(['department-head:notify.stage']);
    await desk.act('bao', 'record-finding', { cause: 'x' });
  });

  it('leaves nobody: the next superior hears of it', async () => {
    const desk = await against('不知道');
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { to: 'chen' });
    await desk.act('wang', 'recuse', { person: 'bao', reason: 'x' });
    desk.heard();
    await desk.act('wang', 'recuse', { person: 'chen', reason: 'x' });
    expect(desk.heard()).toEqual(['department-head:notify.stage', 'manager:notify.nobody']);
  });

  it('does not get the re-opened case', async () => {
    const desk = new TestDesk(
      travel,
      '2026-03-02 10:00',
      'wang service; li service; he service; sun department-head; zhao leader',
    );
    await desk.file({ content: '导游态度差' }, { category: 'service_attitude' });
    await desk.act('sun', 'recuse', { person: 'li', reason: 'x' });
    await desk.act('wang', 'classify', { category: 'other', nature: 'communication', severity: 'general' });
    await desk.act('wang', 'inform-customer', { text: 'x' });
    await desk.act('customer', 'accept-outcome');
    await desk.at('2026-03-03 10:00');
    await desk.act('customer', 'answer-survey', { score: 1 });
    expect(desk.view).toMatchObject({ stage: 'investigation' });
    expect(['wang', 'he']).toContain(desk.view.owner);
  });
});

describe('what is shown', () => {
  it('a case is seen by those who own it or have owned it, those above, its department and those who tell its customer', async () => {
    const desk = await against('不知道');
    const sees = () => desk.staff.filter((one) => maySee(desk.case, hotel, one)).map(({ name }) => name);
    expect(sees()).toEqual(['li', 'wang', 'xu', 'root']);
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { department: 'rooms' });
    expect(sees()).toEqual(['li', 'wang', 'xu', 'chen', 'bao', 'root']);
    expect(desk.case.seenBy).toContain('department:rooms');
  });

  it('consoles are told what each may do', async () => {
    const desk = await against('不知道');
    const may = (name: string) =>
      allowedVerbs(desk.case, hotel, person(desk, name), { now: desk.now, staff: desk.staff })
        .filter(({ allowed }) => allowed)
        .map(({ verb }) => verb);
    expect(may('wang')).toEqual(expect.arrayContaining(['assign', 'confirm-facts', 'classify', 'add-note']));
    expect(may('wang')).not.toContain('approve');
    expect(may('li')).toEqual(expect.arrayContaining(['add-note', 'record-contact', 'say']));
    expect(may('li')).not.toContain('assign');
    expect(may('root')).toEqual([]);
  });
});

describe('when nobody is left', () => {
  it('the next superior assigns somebody, also where the stage has no such step', async () => {
    const desk = await against('不知道');
    await desk.act('wang', 'confirm-facts');
    await desk.act('wang', 'assign', { department: 'rooms' });
    expect(await desk.refused('wang', 'assign', { to: 'chen' })).toBe('NOT_NOW');
    await desk.act('wang', 'recuse', { person: 'chen', reason: 'x' });
    await desk.act('wang', 'recuse', { person: 'bao', reason: 'x' });
    expect(await desk.refused('li', 'assign', { to: 'li' })).toBe('NOT_YOUR_ROLE');
    expect(await desk.refused('root', 'assign', { to: 'li' })).toBe('NOT_YOUR_ROLE');
    await desk.act('xu', 'assign', { to: 'li' });
    expect(desk.view.owner).toBe('li');
    await desk.act('li', 'record-finding', { cause: 'x', checks: 'staff,site,records' });
    expect(desk.view).toMatchObject({ stage: 'resolution', owner: 'department-head' });
  });

  it('an admin does, where nobody is above', async () => {
    const desk = new TestDesk(hotel, '2026-03-10 01:15', 'li front-desk; wang manager; root admin');
    await desk.file({ content: '很吵', place: '七樓', concerned: 'wang' }, { category: 'noise' });
    expect(desk.heard()).toEqual(['manager:notify.stage', 'admin:notify.nobody']);
    expect(await desk.refused('li', 'assign', { to: 'li' })).toBe('NOT_YOUR_ROLE');
    await desk.act('root', 'assign', { to: 'li' });
    await desk.act('li', 'confirm-facts');
    expect(desk.view.stage).toBe('investigation');
  });
});
