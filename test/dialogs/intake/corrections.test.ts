import { Chat } from '../../support/dialog-chat.js';
import { field, smallPlaybook } from '../../support/dialog-playbook.js';

const STORY = '昨天下午两点导游把我们扔在购物店三个小时。订单TR20260301-88，我叫王小明，13800138000';

function asked(): Chat {
  return new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say(STORY);
}

function readBack(): Chat {
  return asked().say('退费').choose('skip');
}

test('a correction in the midst of the intake: said alone, then the open question again, once', () => {
  const chat = asked().say('电话改成 13900139000');
  expect(chat.text).toBe('改好了：手机改为 13900139000。\n您希望我们怎么解决？例如退费、道歉、换房、说明原因。');
  expect(chat.asks).toBe('outcome');
  expect(chat.draft?.fields).toMatchObject({ phone: '13900139000' });
});

test('"change" with a field’s id asks for it and shows what changed; so does the button', () => {
  const chat = readBack().say('change phone');
  expect(chat.asks).toBe('phone');
  chat.say('13900139000');
  expect(chat.text).toBe('改好了：\n手机：13900139000\n其他不变。现在提交吗？');
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
  chat.choose('edit');
  expect(chat.choices).toEqual(
    expect.arrayContaining(['content', 'occurred_at', 'order_no', 'name', 'phone', 'outcome', 'accused', 'category']),
  );
  chat.choose('name');
  expect(chat.text).toBe('姓名改成什么？');
  expect(chat.say('王大明').text).toContain('姓名：王大明');
});

test('fields that were never asked may be given at the read-back; after three changes everything is read back', () => {
  const chat = readBack().say('change accused').say('姓刘');
  expect(chat.text).toContain('涉及人员：姓刘');
  chat.say('change occurred_at').say('2026-03-01 15:00');
  expect(chat.text).toContain('改好了：\n时间：3月1日（周日）15:00');
  chat.say('change outcome').say('全退');
  expect(chat.text).toMatch(/^请您核对：\n经过：/);
  expect(chat.choices).toContain('submit');
});

test('category and story are changed like fields', () => {
  const chat = readBack().say('change category');
  expect(chat.asks).toBe('category');
  chat.choose('billing');
  expect(chat.text).toContain('类型：账单');
  expect(chat.choices).toContain('submit');
  chat.say('change content').say('导游迟到一小时');
  expect(chat.text).toContain('经过：导游迟到一小时');
  expect(chat.choose('submit').performed.at(-1)?.args).toMatchObject({ text: '导游迟到一小时', category: 'billing' });
});

test('a second number that is no correction is asked about, neither called wrong', () => {
  const chat = asked().say('我手机13900139000');
  expect(chat.text).toContain('手机前面是 13800138000，刚才是 13900139000。按哪个记？');
  expect(chat.labels).toEqual(['手机 13800138000', '手机 13900139000']);
  chat.choose('b');
  expect(chat.draft?.fields['phone']).toBe('13900139000');
  expect(chat.asks).toBe('outcome');
});

test('an edited message corrects what was read from it', () => {
  const chat = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] });
  chat.say(STORY, { id: 'first' }).say('退费');
  chat.say(STORY.replace('13800138000', '13900139000').replace('三个小时', '四个小时'), { edits: 'first' });
  expect(chat.text).toContain('看到您改了消息，已按新的记：手机 13900139000。');
  expect(chat.draft?.fields['content']).toContain('四个小时');
  expect(chat.draft?.fields['content']).not.toContain('三个小时');
});

test('only a clear yes to the read-back files', () => {
  for (const words of ['嗯我再想想', '👍', '谢谢', '不']) {
    const chat = readBack().say(words);
    expect([words, chat.performed.length]).toEqual([words, 0]);
    expect(chat.choices).toContain('submit');
  }
  for (const words of ['提交', '好', '对的对的', '没问题，提交吧']) {
    expect([words, readBack().say(words).performed[0]?.verb]).toEqual([words, 'open-case']);
  }
});

test('when it was not stored nothing is lost and it can be filed again', () => {
  const chat = readBack();
  chat.refuse = { verb: 'open-case', code: 'UNAVAILABLE' };
  chat.choose('submit');
  expect(chat.text).toBe('刚才没存成功，还没有编号。您说的都在，我正在再试，不用重发。');
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
  expect(chat.choose('submit').text).toContain('306-2817-5');
});

test('the type is changed in words too', () => {
  expect(readBack().say('类型改成账单').text).toContain('类型：账单');
  const chat = asked().say('change category');
  expect(chat.asks).toBe('category');
  expect(chat.choose('safety').asks).toBe('outcome');
});

test('what a text is to be instead is taken as it stands, whatever could be read out of it', () => {
  const chat = readBack().say('change outcome').say('订单TR20260301-99也要退');
  expect(chat.draft?.fields).toMatchObject({ outcome: '订单TR20260301-99也要退', order_no: 'TR20260301-88' });
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
});

/** A guest of a hotel: the room may be the place as well. */
function guest(): Chat {
  const label = (zh: string) => ({ 'zh-CN': zh, 'zh-TW': zh, en: zh });
  const { fields } = smallPlaybook();
  const [content, time, ...others] = fields.filter(({ id }) => id !== 'order_no');
  const where = [field('place', label('地点')), field('room_no', label('房号'), { optional: true })];
  return new Chat({ playbook: smallPlaybook({ fields: [content!, time!, ...where, ...others] }) });
}

test.each([
  ['不对，应该是前天晚上', 'occurred_at', '2026-02-28 evening'],
  ['改一下房号，1209', 'room_no', '1209'],
  ['等一下，房号是1209', 'room_no', '1209'],
])('who corrects another answer ("%s") has not answered the open question', (words, changed, value) => {
  const chat = guest().say('昨天空调坏了一整晚').say('1208');
  expect(chat.asks).toBe('outcome');
  chat.say(words);
  expect([chat.asks, chat.draft?.fields['outcome'], chat.draft?.fields[changed]]).toEqual([
    'outcome',
    undefined,
    value,
  ]);
  expect(chat.draft?.fields['content']).toBe('昨天空调坏了一整晚');
});

test('the room that was the place as well is changed in both', () => {
  const chat = guest().say('昨天空调坏了一整晚').say('1208').say('房号改成1209');
  expect(chat.draft?.fields).toMatchObject({ room_no: '1209', place: '1209 房' });
});

test('a further wish joins the first, in the midst of the intake and at the read-back', () => {
  const chat = asked().say('退费').say('还要道歉');
  expect(chat.draft?.fields['outcome']).toBe('退费；还要道歉');
  chat.choose('skip').say('还要换一间房');
  expect(chat.text).toContain('您的要求：退费；还要道歉；还要换一间房');
  expect(chat.draft?.fields['content']).toBe(asked().draft?.fields['content']);
});

test('who asks what was noted is read everything back, then asked the open question', () => {
  const chat = asked().say('刚才记了什么？');
  expect(chat.text).toMatch(/^请您核对：\n经过：.*\n时间：[^]*\n您希望我们怎么解决？/);
  expect(chat.asks).toBe('outcome');
  expect(readBack().say('what have you got so far?').text).toMatch(/^请您核对：\n经过：/);
});

test('asked when and where in one breath, a few words that are no time are the place', () => {
  const chat = guest().say('空调坏了一整晚');
  expect(chat.asks).toBe('occurred_at');
  chat.say('健身中心');
  expect([chat.asks, chat.draft?.fields['place']]).toEqual(['occurred_at', '健身中心']);
});

test('a time that is yet to come is called so, in a longer answer too', () => {
  const chat = new Chat({ playbook: smallPlaybook(), language: 'en' }).say('The guide left us at a shop for hours');
  expect(chat.say('this evening at 9 o’clock').text).toContain('still to come');
});

test('"算了，继续" goes on', () => {
  expect(asked().say('算了，继续吧').text).toMatch(/^好，接着来。\n您希望我们怎么解决？/);
});

test('only what is wrong of a wish is replaced', () => {
  const chat = asked().say('退2000块钱，还要书面道歉').say('不是2000，是3000');
  expect(chat.draft?.fields['outcome']).toBe('退3000块钱，还要书面道歉');
});

test('a number put right in whole sentences describes nobody', () => {
  const opinions: [string, string][] = [['guide', 'service_attitude']];
  const chat = new Chat({ playbook: smallPlaybook(), language: 'en', opinions })
    .say('Our guide left us at a shop for five hours yesterday')
    .say('full refund')
    .say('Anna Schmidt +49 151 23456789');
  expect(chat.asks).toBe('accused');
  chat.say("wait, that's my husband's number. mine is +49 151 99999999");
  expect(chat.draft?.fields).toMatchObject({ phone: '+49 151 99999999' });
  expect(chat.draft?.fields['accused']).toBeUndefined();
});

test.each(['让我找一下', '对了，照片我待会发', '等一下'])('"%s" at the read-back changes nothing', (words) => {
  const chat = readBack();
  const before = chat.draft?.fields;
  chat.say(words);
  expect(chat.draft?.fields).toEqual(before);
  expect(chat.choices).toContain('submit');
});

test.each(['打电话给前台说让我等', '昨天晚上十点多的事', 'they told me to wait'])('"%s" is no place', (words) => {
  const chat = guest().say('昨天空调坏了一整晚');
  expect(chat.asks).toBe('place');
  chat.say(words);
  expect([chat.asks, chat.draft?.fields['place']]).toEqual(['place', undefined]);
});

test.each([
  ['健身房', '健身房'],
  ['酒吧', '酒吧'],
  ['我们吃饭的地方', '我们吃饭的地方'],
  ['我们房间', '我们房间'],
  ['behind the fountain', 'behind the fountain'],
])('"%s" is one', (words, place) => {
  expect(guest().say('昨天空调坏了一整晚').say(words).draft?.fields['place']).toBe(place);
});

test('a span of days began at its first', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游一路上都在推销').say('2月3号到7号');
  expect([chat.asks, chat.draft?.fields['occurred_at']]).toEqual(['outcome', '2026-02-03']);
});

test('who asks how to send a file is told, and answers nothing', () => {
  const chat = asked().say('小票怎么发给你');
  expect(chat.text).toMatch(/^有照片、录音、聊天截图或小票吗？现在发、以后补都行。\n您希望我们怎么解决？/);
  expect(chat.draft?.fields['outcome']).toBeUndefined();
});

test('who asks for the number before anything is filed is told what is to be pressed', () => {
  for (const words of ['编号多少来着', '怎么还没人联系我'])
    expect(readBack().say(words).text).toMatch(/^要提交的话，请按“提交”|^这件还没提交/);
});

test('who gives up and then wants it after all goes on where it was', () => {
  const chat = readBack().say('算了不投诉了');
  expect(chat.choices).toEqual(['yes', 'no', 'keep']);
  expect(chat.say('其实还是投诉吧').choices).toContain('submit');
});

test('a greeting in the midst has the question put again, and is no failed answer', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游把我们扔在购物店三个小时').say('你好');
  expect([chat.asks, chat.conversation.dialog.open?.tries]).toEqual(['occurred_at', 0]);
});

test('a month is a time, until the day is told', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游一路上都在推销').say('我是1月份去的');
  expect(chat.text).toContain('记下了：时间 2026年1月。');
  expect(chat.say('大概1月12号吧').draft?.fields['occurred_at']).toBe('2026-01-12');
});

test('asked for the number, a name is the name, and the whole of one that was only begun', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游一路上都在推销').say('昨天').say('退费').say('我姓赵');
  expect(chat.asks).toBe('phone');
  expect(chat.say('赵德芳').draft?.fields).toMatchObject({ name: '赵德芳' });
  expect(chat.say('李雷').draft?.fields).toMatchObject({ name: '赵德芳' });
});

test('asked for the wish, two capitalised words are the name', () => {
  const chat = new Chat({ playbook: smallPlaybook(), language: 'en' })
    .say('The guide left us at a shop')
    .say('yesterday');
  expect(chat.say('Oliver Twist').draft?.fields).toMatchObject({ name: 'Oliver Twist' });
  expect([chat.asks, chat.draft?.fields['outcome']]).toEqual(['outcome', undefined]);
});

test('who says that they do not know another thing is asked on, and never for that', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游一路上都在推销').say('昨天').say('订单号我不记得了');
  expect(chat.asks).toBe('outcome');
  chat.say('不知道订单号');
  expect([chat.asks, chat.draft?.fields['outcome'], chat.draft?.passed]).toEqual(['outcome', undefined, ['order_no']]);
});

test('offered to go on without a number, "好" takes it', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('导游一路上都在推销').say('昨天').say('退费').say('王小明');
  expect(chat.say('电话不方便留').choices).toEqual(['chat', 'agent']);
  expect(chat.say('好').text).toMatch(/^好，不留电话/);
});

test('at the read-back a fact and no more puts another in its place', () => {
  const chat = guest().say('昨天空调坏了一整晚').say('1208').say('退房费').say('王伟 13800138000').choose('facility');
  expect(chat.choices).toContain('submit');
  expect(chat.say('二楼走廊').text).toContain('改好了：\n地点：二楼走廊');
});

test('a room at the end of the story is the room, and "昨晚报修" is a time', () => {
  const chat = guest().say('空调坏了，昨晚报修两次没人来，1208');
  expect(chat.draft?.fields).toMatchObject({ room_no: '1208', occurred_at: '2026-03-01 evening' });
});

test('who would rather be reached by e-mail is not asked for a number again, and their words are kept', () => {
  const chat = new Chat({ playbook: smallPlaybook() })
    .say('导游一路上都在推销')
    .say('这个月初')
    .say('退费')
    .say('王小明');
  expect(chat.draft?.fields['occurred_at']).toBe('2026-03');
  expect(chat.say('邮箱联系吧 wang@example.com').text).toMatch(/^邮箱 wang@example.com 记下了/);
  expect(chat.draft?.fields['content']).toContain('wang@example.com');
});

test('"…才对" puts a number right', () => {
  const chat = asked().say('13344445556才对');
  expect([chat.draft?.fields['phone'], chat.asks]).toEqual(['13344445556', 'outcome']);
});
