import { Chat } from '../support/dialog-chat.js';
import { houseFields, smallPlaybook } from '../support/dialog-playbook.js';

const desk = (chat: Chat) => chat.effects.filter((effect) => effect.kind === 'notify');

test('a person is called first, without a question before it; the story is kept', () => {
  const chat = new Chat({ playbook: smallPlaybook(), language: 'en', opinions: [['charged', 'billing']] });
  chat.say('The guide charged me twice for one service and nobody answers. Agent please');
  expect(chat.text).toMatch(/^“The guide charged me twice for one service”: I'm sorry/);
  expect(chat.text).toMatch(/Calling a colleague now\. .*I'll tell you when they're here\.$/);
  expect(chat.conversation.control).toMatchObject({ by: 'waiting', urgent: false, asked: 1 });
  expect(desk(chat)).toMatchObject([{ to: { waitingDesk: true }, phrase: { key: 'notify.waiting.new' } }]);
  expect(chat.effects).toContainEqual(
    expect.objectContaining({ kind: 'owe', obligation: expect.objectContaining({ kind: 'agent-wait' }) }),
  );
  chat.saidToAgent = [{ id: 'a1', text: 'Jo Park is my name. I want one of the two charges back', files: [] }];
  chat.event({ type: 'handed-back', by: 'li', displayName: 'Li Wei' });
  expect(chat.text).toMatch(
    /^Li Wei has left the chat and I'm back\.\nNoted: name Jo Park, your wish “I want one of the two charges back”\.\nWhen was it\?/,
  );
  expect(chat.conversation.control).toEqual({ by: 'bot' });
});

test('asked again: one line and a new notice; the third time other ways; a slow wait says its minutes', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('人工');
  expect(chat.say('转人工').text).toBe('还在转，刚又提醒了一次值班同事。您可以接着写，同事进来就能看到。');
  chat.now = new Date(chat.now.getTime() + 7 * 60_000);
  expect(chat.say('人工！').text).toBe('等了 7 分钟还没有同事接上，很抱歉。可以继续等、先留言，或者请同事打给您。');
  expect(chat.choices).toEqual(['wait', 'message', 'call']);
  expect(desk(chat)).toHaveLength(3);
  expect(chat.event({ type: 'due', what: 'agent-wait' }).text).toContain('等了 7 分钟');
});

test('nobody there outside working hours: the next opening, a message or a call', () => {
  const chat = new Chat({ playbook: smallPlaybook(), now: '2026-03-07 22:00', staffed: false }).say('人工');
  expect(chat.text).toContain('下次上班是 3月9日（周一）09:00');
  expect(chat.choices).toEqual(['message', 'call']);
  chat.choose('call');
  chat.say('13800138000');
  expect(chat.text).toBe('约好了：3月9日（周一）14:00 前，同事打 13800138000 找您。');
  expect(chat.effects).toContainEqual(
    expect.objectContaining({
      kind: 'owe',
      obligation: expect.objectContaining({ kind: 'call-customer', byPerson: true }),
    }),
  );
});

test('words to an agent never become the answer of the open question', () => {
  const chat = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say(
    '昨天导游骂人，我叫王小明',
  );
  expect(chat.asks).toBe('outcome');
  chat.saidToAgent = [{ id: 'a', text: '好的谢谢你，先不急', files: [] }];
  chat.event({ type: 'handed-back', by: 'li', displayName: '小李' });
  expect(chat.text).toBe('小李先离开了，后面由我接着来。\n您希望我们怎么解决？例如退费、道歉、换房、说明原因。');
  expect(chat.asks).toBe('outcome');
  expect(chat.draft?.fields['outcome']).toBeUndefined();
});

test('an injury: a person at once, the form last', () => {
  const playbook = smallPlaybook({ fields: houseFields() });
  const chat = new Chat({ playbook, now: '2026-03-07 15:30', opinions: [['滑倒', 'safety']] });
  chat.say('我妈在你们大堂滑倒了，起不来');
  expect(chat.text).toBe(
    '人要紧，很抱歉让您遇到这样的事。需要急救的话，请马上拨打 120。我已经通知值班同事。现在人怎么样？',
  );
  expect(chat.labels).toEqual(['需要急救', '已去医院', '不用急救']);
  expect(chat.conversation.control).toMatchObject({ by: 'waiting', urgent: true });
  expect(desk(chat)).toMatchObject([
    { to: { waitingDesk: true }, urgent: true },
    { to: { role: 'leader' }, urgent: true },
  ]);
  chat.say('打了120了，在等车，一楼电梯口这里');
  expect(chat.text).toBe('已经告诉值班同事。再留一个手机号就够了，别的以后再说。');
  chat.say('13600136000');
  expect(chat.text).toBe(
    '请您核对：\n经过：我妈在你们大堂滑倒了，起不来\n时间：3月7日（周六）15:30\n地点：一楼电梯口\n手机：13600136000\n' +
      '类型：安全\n没问题就按“提交”。没填的以后由同事问您。',
  );
  chat.choose('submit');
  expect(chat.performed[0]?.args).toMatchObject({ missing: ['name', 'outcome'] });
});

test('danger asks where, by the numbers of the place and not of the language', () => {
  const playbook = smallPlaybook({ fields: houseFields(), region: 'tw' });
  const chat = new Chat({ playbook, language: 'en' }).say('Fire! There is smoke everywhere and we cannot get out');
  expect(chat.text).toMatch(/^Safety first: leave if you can, and call 119 now\./);
  expect(chat.asks).toBe('place');
});

test('self-harm: the intake stops, nothing is asked, no reminder; it goes on when they go on', () => {
  const chat = new Chat({ playbook: smallPlaybook() }).say('被导游骂成这样，我不想活了');
  expect(chat.text).toContain('12356 心理援助热线');
  expect([chat.asks, chat.choices]).toEqual([undefined, []]);
  expect(chat.effects.some((effect) => effect.kind === 'owe' && effect.obligation.kind === 'draft-reminder')).toBe(
    false,
  );
  chat.say('唉');
  expect(chat.asks).toBeUndefined();
  chat.say('接着来');
  expect(chat.asks).toBeDefined();
});

test('a threat is told to a colleague, and the complaint goes on', () => {
  const chat = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] }).say(
    '昨天导游骂我，我要砍死他',
  );
  expect(chat.text).toContain('您提到要伤人，这我必须告诉值班同事');
  expect(chat.asks).toBe('outcome');
});

test('nobody on duty: an urgent notice has gone to the role', () => {
  const chat = new Chat({ playbook: smallPlaybook({ fields: houseFields() }), staffed: false }).say(
    '我摔断了腿，在流血',
  );
  expect(chat.text).toContain('现在没有同事在线，紧急通知已发给公司负责人。');
});

test('a death: a call is owed at once; the case holds it once filed, a person who spoke has kept it', () => {
  const settled = (chat: Chat) =>
    chat.effects.flatMap((one) => (one.kind === 'settle' ? [[one.obligationId, one.state]] : []));
  const chat = new Chat({ playbook: smallPlaybook() }).say('我爸跟你们团去的，上周五在云南走了');
  expect(chat.text).toMatch(/^听到这个消息，我们很难过/);
  expect(chat.effects).toContainEqual(
    expect.objectContaining({
      kind: 'owe',
      obligation: expect.objectContaining({ id: 'callback/c1/m1', kind: 'callback' }),
    }),
  );
  chat.say('13700137000').choose('submit');
  expect(chat.performed[0]?.args['calls']).toMatchObject([{ kind: 'callback', because: 'bereavement' }]);
  expect(settled(chat)).toContainEqual(['callback/c1/m1', 'waived']);
  const spoken = new Chat({ playbook: smallPlaybook() }).say('我妈在你们酒店去世了');
  spoken.event({ type: 'handed-back', by: 'li', displayName: '小李' });
  expect(settled(spoken)).toContainEqual(['callback/c1/m1', 'kept']);
});

test('a danger of yesterday is no alarm; where no field asks for the place, it is asked all the same', () => {
  const past = new Chat({ playbook: smallPlaybook() }).say('昨天导游把我们扔在服务区了');
  expect([past.text.includes('先顾安全'), past.asks]).toEqual([false, 'outcome']);
  expect(desk(past)).not.toHaveLength(0);
  const now = new Chat({ playbook: smallPlaybook() }).say('我们被困在缆车上了');
  expect(now.text).toMatch(/您在哪里？$/);
  expect(now.choices).toEqual(['skip']);
  expect(now.say('半山腰，3号车厢').asks).toBe('phone');
  now.say('13800138000');
  expect(now.text).toContain('半山腰，3号车厢');
});

test('who waits may leave a message or ask for a call in words', () => {
  const told = new Chat({ playbook: smallPlaybook() }).say('人工').say('先留言').say('空调坏了');
  expect(told.text).toMatch(/^留言记下了/);
  const call = new Chat({ playbook: smallPlaybook() }).say('人工').say('请回电').say('13800138000');
  expect(call.text).toMatch(/^约好了/);
});
