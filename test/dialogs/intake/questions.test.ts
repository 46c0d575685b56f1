import type { Field } from '../../../src/domain/field.js';
import { Chat } from '../../support/dialog-chat.js';
import { field, smallPlaybook } from '../../support/dialog-playbook.js';

const text = (zh: string) => ({ 'zh-CN': zh, 'zh-TW': zh, en: zh });
const start = (changes = {}) =>
  new Chat({ playbook: smallPlaybook(changes), opinions: [['导游', 'service_attitude']] });

test('the reason comes with the first asking only; of a pair the missing half is asked alone', () => {
  const chat = start().say('导游骂人').say('昨天下午三点').say('道歉');
  expect(chat.text).toContain('怎么称呼您？\n请留一个能联系到您的手机号，例如 13800138000。用来核实和答复这件事。');
  chat.say('王小明');
  expect(chat.text).toBe('记下了：姓名 王小明。\n请留一个能联系到您的手机号，例如 13800138000。');
  expect(chat.asks).toBe('phone');
});

test('optional fields are asked only when the story points at them, with skip', () => {
  const silent = new Chat({ playbook: smallPlaybook(), opinions: [['车', 'facility']] });
  silent.say('车坏了一路').say('昨天').say('退费').say('王小明 13800138000');
  expect(silent.choices).toEqual(['submit', 'edit', 'cancel']);
  const pointing = start().say('导游骂人，我拍了照片').say('昨天').say('道歉').say('王小明 13800138000');
  expect([pointing.asks, pointing.choices]).toEqual(['accused', ['skip']]);
  expect(pointing.replies.at(-1)?.asks).toEqual({ field: 'accused', type: 'text', optional: true });
  pointing.choose('skip');
  expect(pointing.replies.at(-1)?.asks).toEqual({ field: 'evidence', type: 'file', optional: true });
  pointing.send('a.png');
  expect(pointing.text).toContain('收到 1 个文件，已放进这件投诉。\n请您核对：');
  expect(pointing.text).toContain('文件：1 个文件');
});

test('a refusal of the phone does not lose the name given with it', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('我叫白露，电话不想留，天天接推销');
  expect(chat.text).toMatch(/^记下了：姓名 白露。\n不想被打扰，我理解。/);
  expect(chat.choices).toEqual(['chat', 'agent']);
  const early = start().say('导游骂人').say('昨天').say('退五十块，我叫白露，电话不想留');
  expect(early.text).toMatch(/^好，不留电话，就在这里联系。/);
  expect([early.draft?.fields['name'], early.asks]).toEqual(['白露', 'accused']);
});

test('a strange name is taken when it is said twice', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('不二');
  expect(chat.draft?.fields['name']).toBeUndefined();
  expect(chat.say('不二').draft?.fields['name']).toBe('不二');
});

test('a yes is no description, no order number is an answer', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('王小明 13800138000').say('是的');
  expect([chat.asks, chat.draft?.fields['accused']]).toEqual(['accused', undefined]);
  const without = start()
    .say('订单里写的酒店没有')
    .say('昨天')
    .say('道歉')
    .say('王小明 13800138000')
    .choose('service_attitude');
  const asked = without.asks;
  without.say('没有订单号');
  expect(['order_no', undefined]).toContain(asked);
  expect(without.draft?.fields['order_no']).toBeUndefined();
});

test('asked what they want, an explanation is a wish and no call for help', () => {
  const chat = start().say('导游骂人').say('昨天下午三点').say('说明');
  expect(chat.draft?.fields['outcome']).toBe('说明');
  expect(chat.asks).toBe('name');
});

test('the category is asked only when nobody knows it; any of the playbook’s is taken, offered or not', () => {
  const chat = new Chat({ playbook: smallPlaybook() });
  chat.say('他们那个车一路颠簸').say('昨天').say('退费').say('王小明 13800138000');
  expect(chat.asks).toBe('category');
  expect(chat.choices).toEqual(['service_attitude', 'facility', 'billing', 'other']);
  chat.choose('safety');
  expect(chat.text).toContain('类型：安全');
  const typed = new Chat({ playbook: smallPlaybook() });
  typed.say('他们那个车一路颠簸').say('昨天').say('退费').say('王小明 13800138000').say('假货');
  expect(typed.text).toContain('类型：假货');
});

test('kinds are asked where there are several and the words do not tell', () => {
  const kinds = [
    { id: 'complaint', label: text('投诉'), start: [], receipt: 'complaint' as const },
    { id: 'suggestion', label: text('建议'), start: [], receipt: 'suggestion' as const },
  ];
  const chat = new Chat({ playbook: smallPlaybook({ kinds }) }).say('早餐的粥是凉的');
  expect([chat.asks, chat.choices]).toEqual(['kind', ['complaint', 'suggestion']]);
  chat.choose('suggestion');
  expect(chat.draft?.kind).toBe('suggestion');
  const told = new Chat({ playbook: smallPlaybook({ kinds }) }).say('我有个建议，早餐加个素食区');
  expect(told.text).toMatch(/^谢谢您专门告诉我们，已原样记下。/);
});

test('an invalid answer: what is wrong, twice; then the question is put aside and a person offered', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('王小明').say('1380013800');
  expect(chat.text).toContain('这个号码好像少了或多了一位');
  expect(chat.asks).toBe('phone');
  chat.say('13');
  expect(chat.text).toBe('还差手机，例如 13800138000。');
  chat.say('138');
  expect(chat.text).toBe('这一项先放着。请同事直接跟您说，好吗？您说过的都在，不用重讲。');
  expect(chat.choices).toEqual(['agent', 'no']);
  chat.choose('no');
  expect(chat.asks).toBe('accused');
});

test('a form that looks wrong is taken when it is sent again as it was', () => {
  const fields = [
    smallPlaybook().fields[0]!,
    field('order_no', text('订单号'), { pattern: 'TR\\d{8}', example: text('TR20260301') }),
  ];
  const chat = start({ fields }).say('导游骂人').say('AB-77');
  expect(chat.text).toContain('一般的订单号像 TR20260301');
  chat.say('AB-77');
  expect(chat.draft?.fields['order_no']).toBe('AB-77');
});

test('"I don’t know" is a value where the playbook says so, else the question is passed', () => {
  const fields = [
    smallPlaybook().fields[0]!,
    field('concerned', text('涉及人员'), { unknownAllowed: true }),
    field('product_no', text('产品型号')),
  ];
  const chat = start({ fields }).say('导游骂人');
  expect(chat.asks).toBe('product_no');
  chat.say('不清楚');
  expect(chat.draft?.passed).toEqual(['product_no']);
  // Whom to keep out is asked last.
  expect([chat.asks, chat.choices]).toEqual(['concerned', ['unknown']]);
  chat.say('不知道');
  expect(chat.draft?.fields['concerned']).toBe('不知道');
  expect(chat.choose('submit').performed[0]?.args['missing']).toEqual(['product_no']);
});

test('a phone that is refused: the reason once, then the chat will do', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('王小明').say('不给，上次留了电话天天接推销');
  expect(chat.text).toContain('不想被打扰，我理解。');
  expect([chat.choices, chat.asks]).toEqual([['chat', 'agent'], 'phone']);
  chat.choose('chat').choose('skip');
  expect(chat.text).toContain('手机：不留，在聊天里联系');
  chat.choose('submit');
  expect(chat.performed[0]?.args).toMatchObject({ missing: ['phone'] });
});

test('why it is asked, and whether all will be refunded: answered, and the question again', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('王小明');
  expect(chat.say('为什么要电话').text).toBe('用来核实和答复这件事。\n请留一个能联系到您的手机号，例如 13800138000。');
  expect(chat.say('你们能全退吗？').text).toContain('这要等正式答复，我不能先答应您。');
  expect(chat.asks).toBe('phone');
});

test('identity and card numbers are hidden and named by their last digits', () => {
  const chat = start().say('导游骂人，我身份证是11010519491231002X');
  expect(chat.text).toContain('已遮住（尾号 002X）');
  expect(JSON.stringify(chat.draft)).not.toContain('1949');
});

test('a major matter may be filed at once when it is wanted', () => {
  const rule = { id: 'media', to: 'major', because: text('媒体'), words: { zh: ['记者'], en: [] } };
  const chat = start({ severityRules: [rule] })
    .say('导游骂人，记者都来了')
    .say('提交');
  expect(chat.text).toMatch(/^请您核对：/);
  const ordinary = start().say('导游骂人').say('提交');
  expect(ordinary.asks).toBe('occurred_at');
});

test('"submit" while only optional questions are left passes over them; while something is missing it is asked on', () => {
  const chat = start().say('导游骂人，我拍了照片').say('昨天').say('道歉');
  expect(chat.say('提交').asks).toBe('name');
  chat.say('王小明 13800138000');
  expect(chat.asks).toBe('accused');
  chat.say('提交');
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
  expect(chat.performed).toEqual([]);
  chat.say('提交');
  expect(chat.performed.map(({ verb }) => verb)).toEqual(['open-case']);
});

test('"other" is never guessed in silence: the likeliest are offered, and whoever wants to file is not held up', () => {
  const opinions: [string, string][] = [['大巴', 'other']];
  const chat = new Chat({ playbook: smallPlaybook(), opinions }).say('大巴怪怪的').say('昨天').say('道歉');
  chat.say('王小明 13800138000');
  expect(chat.replies.at(-1)?.asks).toMatchObject({ field: 'category' });
  expect(chat.choices).toContain('other');
  chat.say('提交');
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
  expect(chat.text).toContain('类型：其他');
});

test("a field's own question and reason stand in place of the table's", () => {
  const { fields } = smallPlaybook();
  const own = (one: Field) =>
    one.id === 'outcome' ? { ...one, ask: text('您想怎样？'), why: text('照原话记。') } : one;
  expect(start({ fields: fields.map(own) }).say('昨天导游骂人').text).toMatch(/您想怎样？照原话记。$/);
});

test('a question or a threat in the place of an answer is no name and no person', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('你们会把我的号码卖掉吗？');
  expect(chat.draft?.fields['name']).toBeUndefined();
  expect(chat.text).toContain('这个我没有把握');
  chat.say('王小明 13800138000');
  expect(chat.asks).toBe('accused');
  chat.say('我要找律师');
  expect(chat.text).toMatch(/^您有权向媒体或主管部门反映/);
  expect([chat.asks, chat.draft?.fields['accused']]).toEqual(['accused', undefined]);
  expect(chat.say('我要找律师起诉').text).not.toContain('您有权');
});

test('asked at the read-back whether it is filed, they are told how', () => {
  const chat = start().say('导游骂人').say('昨天').say('道歉').say('王小明 13800138000').say('提交').say('提交了吗');
  expect(chat.text).toBe('要提交的话，请按“提交”或回复“提交”。');
});

test('who needs a moment has not answered, and a wish describes nobody', () => {
  const chat = start().say('导游骂人').say('昨天').say('wait');
  expect([chat.asks, chat.draft?.fields['outcome']]).toEqual(['outcome', undefined]);
  chat.say('说明原因').say('王小明 13800138000').say('道歉');
  expect([chat.asks, chat.draft?.fields['accused']]).toEqual(['accused', undefined]);
});
