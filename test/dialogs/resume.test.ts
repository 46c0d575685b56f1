import { Chat } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const fields = smallPlaybook().fields.filter(({ id }) => id !== 'occurred_at');
const drafted = () =>
  new Chat({
    playbook: smallPlaybook({ fields }),
    language: 'en',
    now: '2026-03-04 21:10',
    opinions: [['kettle', 'facility']],
  }).say('The kettle I ordered arrived with a cracked lid. Order TR20260228-41');
const reminders = (chat: Chat) => chat.effects.filter((effect) => effect.kind !== 'notify');

test('a draft is remembered once, 20 hours after the last word, in waking hours', () => {
  const chat = drafted();
  const id = 'draft-reminder/c1/1772629800000';
  expect(reminders(chat)).toMatchObject([
    { kind: 'owe', obligation: { id, kind: 'draft-reminder', dueAt: new Date('2026-03-05T17:10:00+08:00') } },
  ]);
  chat.at('2026-03-04 22:30').say('refund please');
  expect(reminders(chat)[1]).toMatchObject({
    kind: 'move',
    obligationId: id,
    dueAt: new Date('2026-03-05T18:30:00+08:00'),
  });
  chat.at('2026-03-05 06:00').say('Sam Okafor');
  expect(reminders(chat)[2]).toMatchObject({ kind: 'move', dueAt: new Date('2026-03-06T09:00:00+08:00') });
  chat.at('2026-03-06 09:00').event({ type: 'due', what: 'draft-reminder' });
  expect(chat.text).toBe(
    "What you told me isn't filed yet; I've kept it. Shall we go on? If not, no need to answer: I won't remind you again.",
  );
  expect(chat.choices).toEqual(['cancel', 'resume']);
  const before = reminders(chat).length;
  chat.at('2026-03-06 09:05').choose('resume');
  expect(chat.asks).toBe('phone');
  expect(reminders(chat)).toHaveLength(before);
});

test('after filing or cancelling nothing is remembered', () => {
  const filed = drafted().say('a new lid').say('Sam Okafor, 13800138000').choose('submit');
  expect(reminders(filed).at(-1)).toMatchObject({ kind: 'settle', state: 'waived' });
  const cancelled = drafted().say('cancel').choose('yes');
  expect(reminders(cancelled).at(-1)).toMatchObject({ kind: 'settle', state: 'waived' });
  expect(cancelled.event({ type: 'due', what: 'draft-reminder' }).said).toEqual([]);
});

test('who comes back after a long time is shown where it stopped', () => {
  const chat = drafted().at('2026-03-06 20:30').say('hi again');
  expect(chat.text).toBe(
    'Hello again. This is where we stopped (Wed 4 Mar, 21:10):\nWhat happened: The kettle I ordered arrived with a cracked lid.\n' +
      'Order number: TR20260228-41\nStill missing: your wish, name, phone. What would you like us to do? E.g. a refund, an apology, an explanation.',
  );
  chat.say('a new lid is fine. Sam Okafor, 13800138000. go ahead and file it');
  expect(chat.text).toContain('Name: Sam Okafor\nPhone: 13800138000\nYour wish: a new lid is fine\nType: facility');
  expect(chat.performed).toEqual([]);
});

test('a complete draft of long ago is read back whole', () => {
  const chat = drafted().say('a new lid').say('Sam Okafor, 13800138000').at('2026-03-06 20:30').say('hello');
  expect(chat.text).toMatch(/^Please check:/);
  expect(chat.choices).toContain('submit');
});
