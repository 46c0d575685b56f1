import type { Case } from '../../src/domain/case.js';
import { sampleCase } from '../support/dialog-case.js';
import { Chat } from '../support/dialog-chat.js';
import { smallPlaybook } from '../support/dialog-playbook.js';

const NUMBER = '306-2817-5';
const chat = (cases: Case[], more = {}) =>
  new Chat({ playbook: smallPlaybook(), cases, now: '2026-03-10 11:05', promised: '2026-03-13 12:00', ...more });

test('where it stands, who has it, what was done, by when', () => {
  const it = chat([sampleCase({ number: NUMBER })]).say('我的投诉怎么样了？');
  expect(it.text).toBe(
    '编号 306-2817-5：查清经过，由客户服务部负责。\n已经做了：3月2日（周一）登记\n3月13日（周五）12:00 前，我会再告诉您进展。',
  );
});

test('a late case says so, and who has it when that is asked', () => {
  const clock = {
    id: 'investigation',
    round: 1,
    duration: { unit: 'working-days' as const, count: 5 },
    unpaused: false,
    marksFired: [100],
    events: [
      { at: new Date('2026-03-02T02:00:00Z'), what: 'started' as const },
      { at: new Date('2026-03-09T02:00:00Z'), what: 'breached' as const },
    ],
    since: 1,
    of: 'stage' as const,
    entry: 1,
  };
  const it = chat([sampleCase({ number: NUMBER, clocks: [clock] })]).say('306-2817-5到哪一步了？都一个多星期了');
  expect(it.text).toBe(
    '编号 306-2817-5：调查原定 3月9日（周一）10:00 前完成，没有做到，很抱歉。3月13日（周五）12:00 前，我会再告诉您进展。',
  );
  expect(it.choices).toEqual(['agent']);
  it.say('又要等，到底谁在管');
  expect(it.text).toBe('现在是“查清经过”这一步，由客户服务部负责。已经做了：3月2日（周一）登记。');
  expect(it.choices).toEqual(['agent', 'wait']);
});

test('a number that is not theirs is answered like one that does not exist', () => {
  for (const words of ['471-2096-9', '471-2096-9 到哪一步了']) {
    expect(chat([sampleCase({ number: NUMBER })]).say(words).text).toMatch(/^这个聊天里没有查到。/);
  }
  expect(chat([]).say('进度').text).toMatch(/^这个聊天里没有查到。/);
});

test('several open cases are listed, and one is chosen', () => {
  const it = chat([sampleCase({ number: NUMBER }), sampleCase({ number: '471-2096-9' })]).say('进度');
  expect(it.choices).toEqual([NUMBER, '471-2096-9']);
  expect(it.choose('471-2096-9').text).toContain('编号 471-2096-9：查清经过');
});

test('waiting, closed, withdrawn', () => {
  const waiting = sampleCase({ number: NUMBER, status: 'waiting-for-customer', owners: ['customer'] });
  expect(chat([waiting]).say('进度').text).toContain('编号 306-2817-5：在等您答复。');
  const closed = sampleCase({ number: NUMBER, status: 'closed', closedAt: new Date('2026-03-09T02:00:00Z') });
  expect(chat([closed]).say('进度').text).toContain('3月9日（周一）已处理完。');
  expect(chat([sampleCase({ number: NUMBER, status: 'withdrawn' })]).say('进度').text).toBe(
    '编号 306-2817-5 已按您的意思撤回。',
  );
});

test('evidence joins the latest open case', () => {
  const it = chat([sampleCase({ number: NUMBER })]).send('a.png', 'b.png');
  expect(it.performed).toMatchObject([{ verb: 'add-evidence', caseNumber: NUMBER }]);
  expect(it.text).toBe('收到 2 个文件，已放进编号 306-2817-5。');
});

test('a second complaint about the same matter asks once: yes adds to it, no is a case of its own', () => {
  const filed = sampleCase({ number: NUMBER, category: 'service_attitude', fields: { order_no: 'TR20260301-88' } });
  const start = () =>
    chat([filed], { opinions: [['导游', 'service_attitude']] }).say('导游又骂人，订单TR20260301-88，昨天的事');
  const yes = start();
  expect(yes.text).toContain('您有一件很像的：编号 306-2817-5（查清经过）。补充到那一件，还是另提一件？');
  expect([yes.choices, yes.labels]).toEqual([
    ['yes', 'no'],
    ['补充到那一件', '另提一件'],
  ]);
  yes.choose('yes');
  expect(yes.performed).toMatchObject([
    { verb: 'add-to-case', caseNumber: NUMBER, args: { text: expect.stringContaining('又骂人') } },
  ]);
  expect(yes.draft).toBeUndefined();
  const no = start().choose('no');
  expect(no.asks).toBe('outcome');
  no.say('道歉').say('王小明 13800138000');
  expect(no.text).not.toContain('很像');
});

test('another order is another matter: nothing is asked', () => {
  const filed = sampleCase({ number: NUMBER, category: 'service_attitude', fields: { order_no: 'TR20260301-88' } });
  const it = chat([filed], { opinions: [['导游', 'service_attitude']] }).say('导游骂人，订单TR20260305-11，昨天的事');
  expect(it.asks).toBe('outcome');
});

test('a correction after filing becomes a note on the case', () => {
  const it = chat([sampleCase({ number: NUMBER })]).say('电话改成 13900139000');
  expect(it.performed).toEqual([{ verb: 'add-to-case', caseNumber: NUMBER, args: { text: '电话改成 13900139000' } }]);
  expect(it.text).toBe('已原样记到编号 306-2817-5，负责的同事看得到。');
});

test('a repeat is linked, and said with the receipt', () => {
  const it = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] });
  it.say('昨天导游骂人').say('道歉').say('王小明 13800138000').choose('skip');
  it.event({
    type: 'result',
    key: 'k',
    verb: 'open-case',
    case: sampleCase({ number: NUMBER, linked: ['471-2096-9'] }),
  });
  expect(it.text).toContain('已跟编号 471-2096-9 连在一起，不用从头讲。');
});

test('a major case says who was notified', () => {
  const it = new Chat({ playbook: smallPlaybook() });
  it.event({ type: 'result', key: 'k', verb: 'open-case', case: sampleCase({ number: NUMBER, severity: 'major' }) });
  expect(it.text).toBe(
    '已登记，投诉编号 306-2817-5。\n这件事已列为重大投诉，公司负责人已收到通知。3月5日（周四）10:00 前，我会告诉您进展。\n' +
      '查进度：回复“进度”，或打开 https://x.example/case/306-2817-5',
  );
});
