import type { CaseRecord } from '../../../src/domain/case.js';
import type { Need, Playbook } from '../../../src/domain/playbook.js';
import { playbookNamed } from '../../operations/support/desk.js';
import { fakeCase } from '../support/fake-case.js';
import { HttpDesk } from '../support/http-desk.js';

const travel = playbookNamed('travel');
const inTurn: Need = { verb: 'approve', each: { roles: [{ role: 'department-head' }, { role: 'leader' }] } };
/** The travel procedure, but that the head of the department and the leader approve one after the other. */
const strict: Playbook = {
  ...travel,
  stages: travel.stages.map((stage) => (stage.id === 'approval' ? { ...stage, needs: [inTurn] } : stage)),
};

test('of several who approve one after the other, a case says who did, and whose turn it is', async () => {
  const desk = await HttpDesk.open({ playbooks: () => [strict], playbook: () => strict });
  const { id, hash } = strict;
  const course = [{ stage: 'approval', at: desk.now, lap: 1 }] as never;
  const approved = {
    verb: 'approve',
    args: { as: 'department-head' },
    stage: 'approval',
    entry: 1,
    by: 'sun',
    roles: ['department-head'],
    at: desk.now,
  } as CaseRecord;
  const open = (number: string, records: CaseRecord[]) =>
    desk.stores.cases.create(fakeCase({ number, playbook: { id, hash }, stage: 'approval', course, records }));
  await open('C1', []);
  await open('C2', [approved]);
  await desk.hire('sun', ['department-head']);
  await desk.hire('zhao', ['leader']);
  const li = await desk.as('li', 'service');
  const of = async (number: string) => (await li.get(`/cases/${number}/course`)).body;
  expect(await of('C1')).toMatchObject({
    approval: { by: ['department-head'], turns: [{ role: 'department-head' }, { role: 'leader' }] },
    waitsFor: { people: ['sun'], role: 'department-head' },
  });
  expect(await of('C2')).toMatchObject({
    approval: { by: ['leader'], turns: [{ role: 'department-head', approvedBy: 'sun' }, { role: 'leader' }] },
    waitsFor: { people: ['zhao'], role: 'leader' },
  });
  await desk.close();
});
