import { sampleCase } from '../support/dialog-case.js';
import { Chat } from '../support/dialog-chat.js';
import { field, smallPlaybook } from '../support/dialog-playbook.js';

const chat = (more = {}) => new Chat({ playbook: smallPlaybook(), ...more });
const text = (zh: string) => ({ 'zh-CN': zh, 'zh-TW': zh, en: zh });

test.each([
  ['你好', /^您好，我是山海行的投诉助手，是自动程序。/, 'content'],
  ['哈囉', /^您好，我是山海行/, 'content'],
  ['在的话回我一下', /^您好，我是山海行/, 'content'],
  ['？？？', /^您好，我是山海行/, 'content'],
  ['没人吗', /^您好，我是山海行/, 'content'],
  ['hello is anyone there', /^您好，我是山海行/, 'content'],
  ['投诉', /^好，我来记。发生了什么事？/, 'content'],
  ["I'd like to make a complaint", /^好，我来记。/, 'content'],
  ['差', /^听起来这次让您不满意/, undefined],
  ['差，太差了，希望不要推荐给别人', /^听起来这次让您不满意/, undefined],
  ['😡😡😡', /^看得出您不高兴。/, 'content'],
  ['👍', /^谢谢。有事随时说。$/, undefined],
  ['垃圾', /^您正在气头上，说我没关系/, 'content'],
  ['', /^您好，我是山海行/, 'content'],
  ['谢谢', /^不客气。/, undefined],
  ['你们前台服务真好，表扬一下', /^谢谢。有事随时说。$/, undefined],
  ['导游小刘特别好，辛苦了', /^谢谢。有事随时说。$/, undefined],
  ['The guide Lucy was wonderful, best trip ever!', /^谢谢。有事随时说。$/, undefined],
  ['你们真是太让人失望了', /^听起来这次让您不满意/, undefined],
  ['I am so disappointed with you', /^听起来这次让您不满意/, undefined],
  ['What time does the bus to the airport leave?', /^您是想投诉、提建议，还是问个问题？$/, undefined],
])('a first message of "%s"', (words, reply, asks) => {
  const it = chat().say(words);
  expect(it.text).toMatch(reply);
  expect([it.asks, it.draft]).toEqual([asks, undefined]);
});

test.each([
  'Great service, we only waited two hours for a room',
  'Why did the driver leave us at the airport for two hours?',
  '导游特别好，就是迟到了三个小时',
])('no praise and no question, but a matter: "%s"', (words) => {
  expect(chat().say(words).draft?.fields['content']).toBe(words);
});

test('a button of long ago while nothing was told yet: the first question is put', () => {
  expect(chat().say('昨天下午三点').say('取消').choose('submit').asks).toBe('content');
});

test('a known customer with an open case is greeted with it', () => {
  const it = chat({ cases: [sampleCase({ number: '471-2096-9' })] }).say('你好');
  expect(it.text).toBe('您好。编号 471-2096-9 目前：查清经过。是问这件事，还是有别的事？');
  expect(it.choose('new_matter').asks).toBe('content');
});

test('displeasure alone is offered to be taken down; no is no', () => {
  const it = chat().say('太失望了');
  expect([it.choices, it.draft]).toEqual([['no', 'yes'], undefined]);
  expect(it.choose('no').text).toBe('好，不记成投诉。以后想投诉，跟我说一声就行。');
  const yes = chat().say('太失望了').choose('yes');
  expect(yes.asks).toBe('content');
  yes.say('导游把我们扔在半路');
  expect(yes.draft?.fields['content']).toBe('太失望了\n导游把我们扔在半路');
});

test('a photo alone is stored first, its content never guessed', () => {
  const it = chat().send('a.png');
  expect(it.text).toBe('收到，已存好。里面是什么情况？一两句话就行。');
  it.say('导游把我们扔在半路');
  expect(it.draft?.evidence).toHaveLength(1);
});

test('a language we do not speak: kept, a person is called', () => {
  const it = chat().say('Quiero un reembolso por favor, la habitación está sucia');
  expect(it.text).toContain('我只会中文和英文。');
  expect(it.conversation.control.by).toBe('waiting');
  expect(it.draft?.fields['content']).toContain('reembolso');
});

test('pinyin: kept, then choices instead of free text', () => {
  const it = chat().say('wo yao tuikuan, daoyou ma ren');
  expect(it.text).toContain('您写的已原样保存，同事看得到。');
  expect(it.asks).toBe('category');
});

test('insults are never counted against anybody: shorter each time, a person offered', () => {
  const it = chat({ opinions: [['导游', 'service_attitude']] }).say('昨天导游骂人');
  it.say('垃圾公司');
  expect(it.text).toMatch(/^您正在气头上，说我没关系，事情我照样记着。\n您希望/);
  it.say('破机器人');
  expect([it.text.includes('想请同事直接跟您说'), it.choices]).toEqual([true, ['agent']]);
  expect(it.say('少废话').text).toBe('我在，想说的时候接着说就行。');
  expect(it.say('道歉').asks).toBe('name');
});

test('letting go is no cancel: one line and four ways', () => {
  const it = chat({ opinions: [['导游', 'service_attitude']] })
    .say('昨天导游骂人')
    .say('算了');
  expect(it.choices).toEqual(['agent', 'keep', 'cancel', 'resume']);
  expect(it.draft).toBeDefined();
  expect(it.choose('resume').asks).toBe('outcome');
});

test('a child is heard first; a guardian’s number and a person', () => {
  const it = chat().say('我是小学生，导游骂我');
  expect(it.text).toContain('电话请留爸爸妈妈或其他监护人的。');
  expect(it.conversation.control.by).toBe('waiting');
});

test('4,000 characters: all kept, only the facts are shown as a list', () => {
  const long = `昨天导游骂人，我叫王小明，电话13800138000。${'他一直骂个不停。'.repeat(480)}`;
  const it = chat({ opinions: [['导游', 'service_attitude']] }).say(long);
  expect(it.text).toContain('您写的已全部保存。先核对几处：\n时间：3月1日（周日）\n姓名：王小明\n手机：13800138000');
  expect(it.draft?.fields['content']).toBe(long);
});

test('insults beside a story: the ladder’s words, their own words without the insults', () => {
  const fields = [smallPlaybook().fields[0]!, field('car_model', text('车型')), ...smallPlaybook().fields.slice(3, 6)];
  const it = chat({ playbook: smallPlaybook({ fields }), opinions: [['异响', 'facility']] });
  it.say('你们都是死人吗？？？\n垃圾公司就会骗钱！！\n修了三次车还是异响，每次都跟我说好了');
  expect(it.text).toMatch(/^您正在气头上，说我没关系，事情我照样记着。\n“修了三次车还是异响”，很抱歉/);
  it.say('轿车1.5L 周建国13611112222 再修不好就退车！');
  expect(it.text).toContain('经过：修了三次车还是异响，每次都跟我说好了…（全文已保存）');
});

test('shamed before others: the wish is asked first, in the words of comfort', () => {
  const it = chat({ opinions: [['保安', 'service_attitude']] }).say('保安当着所有人的面搜我的包，太丢脸了');
  expect(it.text).toContain('在别人面前受到这样的对待，一定很难堪，很抱歉。您最希望我们怎么做？');
  expect(it.asks).toBe('outcome');
});

test('speech put into text: what was made out is said at once, any yes will do', () => {
  const fields = [
    smallPlaybook().fields[0]!,
    field('unit_no', text('楼栋房号')),
    ...smallPlaybook().fields.slice(3, 5),
  ];
  const it = chat({ playbook: smallPlaybook({ fields }), opinions: [['水管', 'facility']] });
  it.say('喂你好那个我家水管啊漏漏水了哗哗的都漏到楼下去了嗯十二栋三零二');
  expect(it.text).toBe('我记的是：设施，楼栋房号 12 栋 302。对吗？');
  it.say('对对对三零二你们快点来人呐');
  expect(it.asks).toBe('name');
  it.say('幺三九零零幺三九零零零呃我姓赵');
  expect(it.text).toBe('请您核对：设施，楼栋房号 12 栋 302，姓名 姓赵，手机 13900139000。没错就提交，好吗？');
  expect(it.say('对的对的提交').text).toContain('306-2817-5');
});

test('a question after filing goes to the case and to a person; nothing is made up', () => {
  const it = chat({ cases: [sampleCase({ number: '471-2096-9' })], language: 'zh-TW' }).say('那我今晚怎麼睡');
  expect(it.text).toBe('好的，正在轉接專人。您說過的專人都看得到，不用重講。接上時我會告訴您。');
  expect(it.performed).toMatchObject([{ verb: 'add-to-case', args: { text: '那我今晚怎麼睡' } }]);
});

test('a single word is kept, what happened is asked', () => {
  const it = chat().say('漏水');
  expect([it.text, it.asks]).toEqual([expect.stringMatching(/^好，我来记。发生了什么事？/), 'content']);
  expect(it.say('昨天一晚上').draft?.fields['content']).toContain('漏水');
});

test('a complaint about something, and no more: what it is about is kept, what happened is asked', () => {
  const it = chat().say('我要投诉你们的app');
  expect([it.text, it.asks]).toEqual([expect.stringMatching(/^好，我来记。发生了什么事？/), 'content']);
  expect(it.say('登录不了').draft?.fields['content']).toBe('我要投诉你们的app\n登录不了');
});

test('asked when, once it is filed, the promised date is the answer; asked to withdraw, it is confirmed', () => {
  const it = chat({ cases: [sampleCase({ number: '306-2817-5' })] });
  expect(it.say('什么时候给我答复？').text).toContain('3月5日（周四）10:00');
  expect(it.say('撤回投诉').choices).toEqual(['yes', 'no']);
});

test('what somebody was called is told: nobody is told to be angry', () => {
  const it = chat({ language: 'en' }).say('The receptionist called me a liar in front of everybody');
  expect(it.draft?.fields['content']).toContain('called me a liar');
  expect(it.text).not.toMatch(/angry/);
});

test.each(['我再补充一下，当时还有录音', '我要报警'])('what is added after filing goes to the case: "%s"', (words) => {
  const it = chat({ cases: [sampleCase({ number: '471-2096-9' })] }).say(words);
  expect(it.performed.map(({ verb }) => verb)).toEqual(['add-to-case']);
});

test('a complaint about something and no more, in English too: what happened is asked', () => {
  const it = chat({ language: 'en' }).say("I'd like to complain about our tour");
  expect([it.asks, it.text]).toEqual(['content', expect.stringMatching(/^Right, I'll take it down/)]);
});

test.each(['好', '知道了', 'ok'])('"%s" while a case is open begins nothing', (words) => {
  const it = chat({ cases: [sampleCase({ number: '471-2096-9' })] }).say(words);
  expect([it.text, it.draft, it.asks]).toEqual(['谢谢。有事随时说。', undefined, undefined]);
});
