import { quoteOf, understand } from '../../../dialogs/understanding/understand.js';
import { contextOf } from './contexts.js';
import { changed, factsOf, told } from './reads.js';

describe('what customers say, conversation by conversation', () => {
  test('1: several facts in the first message', () => {
    const context = contextOf('travel', { at: '2026-03-02T09:05:00+08:00' });
    const text =
      '我昨天跟的团，下午两点导游把我们扔在购物店三个小时，态度还特别差。订单TR20260301-88，我叫王小明，13800138000';
    const heard = understand(text, context);
    expect(factsOf(heard)).toEqual({
      occurred_at: '2026-03-01 14:00',
      order_no: 'TR20260301-88',
      name: '王小明',
      phone: '13800138000',
    });
    expect(heard.rest).toBe('我昨天跟的团，下午两点导游把我们扔在购物店三个小时，态度还特别差');
    expect(heard.alarms).toEqual([]);
    expect(quoteOf(text, ['扔', '导游'], 'zh-CN')).toBe('下午两点导游把我们扔在购物店三个小时');
    expect(told('退当天的费用，让导游道歉', { ...context, open: 'outcome' })).toEqual({
      outcome: '退当天的费用，让导游道歉',
    });
    expect(told('姓刘，大家叫刘导', { ...context, open: 'accused' })).toEqual({ accused: '姓刘，大家叫刘导' });
  });

  test('2: a room told once is room and place', () => {
    const context = contextOf('hotel', { at: '2026-03-03T14:10:00+08:00', language: 'zh-TW' });
    const text = '我住1208，昨晚冷氣一直漏水，櫃檯說沒有人可以修，弄到半夜都沒睡';
    const heard = understand(text, context);
    expect(factsOf(heard)).toEqual({ occurred_at: '2026-03-02 evening', room_no: '1208', place: '1208 房' });
    expect(heard.facts.find(({ field }) => field === 'occurred_at')).toMatchObject({ vague: true, from: '昨晚' });
    expect(heard.rest).toBe(text);
    expect(quoteOf(text, ['漏水', '冷氣'], 'zh-TW')).toBe('昨晚冷氣一直漏水');
    expect(told('換房，昨晚的房費也要有個交代', { ...context, open: 'outcome' })).toEqual({
      outcome: '換房，昨晚的房費也要有個交代',
    });
    expect(told('林怡君 0912000345', { ...context, open: 'name' })).toEqual({ name: '林怡君', phone: '0912000345' });
  });

  test('3: English with Chinese names', () => {
    const context = contextOf('market', { at: '2026-03-09T11:00:00+08:00', language: 'en' });
    const text = "hi I bought a 羽绒服 from 暖冬旗舰店 and it's fake, their 客服 won't even reply. order 2026030155871";
    const heard = understand(text, context);
    expect(factsOf(heard)).toEqual({ order_no: '2026030155871', merchant: '暖冬旗舰店' });
    expect(heard.rest).toBe("hi I bought a 羽绒服 from 暖冬旗舰店 and it's fake, their 客服 won't even reply.");
    expect(quoteOf(text, ['fake', 'bought'], 'en')).toBe("I bought a 羽绒服 from 暖冬旗舰店 and it's fake");
    expect(told('退一赔三', { ...context, open: 'outcome' })).toEqual({ outcome: '退一赔三' });
    expect(told('Amy Chen +852 5123 4567', { ...context, open: 'name' })).toEqual({
      name: 'Amy Chen',
      phone: '+852 5123 4567',
    });
  });

  test('4: a rant, then every fact in one breath', () => {
    const context = contextOf('dealer', { at: '2026-03-09T16:00:00+08:00' });
    const rant =
      '你们都是死人吗？？？\n垃圾公司就会骗钱！！\n修了三次车还是异响，每次都跟我说好了\n今天必须给我个说法！！！';
    const heard = understand(rant, context);
    expect(heard).toMatchObject({ facts: [], alarms: [], signs: ['insult'] });
    expect(quoteOf(rant, ['异响', '修'], 'zh-CN')).toBe('修了三次车还是异响');
    const scolds = understand('少废话，破机器人', { ...context, open: 'car_model' });
    expect(scolds.facts).toEqual([]);
    expect(scolds.signs).toContain('insult');
    const all = understand('轿车1.5L 苏E7K88P 周建国13611112222 再修不好就退车！', { ...context, open: 'car_model' });
    expect(factsOf(all)).toEqual({
      car_model: '轿车1.5L',
      plate_no: '苏E7K88P',
      name: '周建国',
      phone: '13611112222',
      outcome: '再修不好就退车',
    });
    expect(all.rest).toBe('');
  });

  test('5: an injury, and where it happened', () => {
    const context = contextOf('hotel', { at: '2026-03-07T15:30:00+08:00' });
    const heard = understand('我妈在你们大堂滑倒了，起不来', context);
    expect(heard.alarms).toEqual(['injury']);
    expect(factsOf(heard)).toEqual({ place: '大堂' });
    expect(told('打了120了，在等车，一楼电梯口这里', { ...context, open: 'place' })).toEqual({ place: '一楼电梯口' });
    expect(told('13600136000', { ...context, open: 'phone' })).toEqual({ phone: '13600136000' });
  });

  test('6: a suggestion, then branch, name, phone and a question', () => {
    const context = contextOf('group', { at: '2026-03-09T10:20:00+08:00' });
    const idea = understand('想提个建议，早餐能不能加个素食区，我爸妈吃素，每次都没几样能吃', context);
    expect(idea.signs).toContain('suggestion');
    expect(idea.signs).not.toContain('asks-promise');
    expect(idea.facts).toEqual([]);
    const heard = understand('湖滨店。叫我老陈就行，13777770000。采纳了有奖励吗', { ...context, open: 'branch' });
    expect(factsOf(heard)).toEqual({ branch: '湖滨店', name: '老陈', phone: '13777770000' });
    expect(heard.signs).toContain('asks-promise');
    expect(heard.rest).toBe('采纳了有奖励吗');
  });

  test('7: two corrections in one message, then filed', () => {
    const context = contextOf('market', {
      language: 'zh-TW',
      filled: { order_no: '2026022871903', merchant: '暖冬服飾', amount: '1280', name: '陳雅婷', phone: '0912000678' },
    });
    const heard = understand('電話改成0987000654，還有金額不是1280是1380', context);
    expect(heard.corrections).toEqual([
      { field: 'phone', value: '0987000654', from: '電話改成0987000654' },
      { field: 'amount', value: '1380', from: '金額不是1280是1380' },
    ]);
    expect(heard).toMatchObject({ facts: [], rest: '' });
    expect(understand('好，送出', context).command).toBe('file');
  });

  test('8: a phone is refused', () => {
    const heard = understand('不给，上次留了电话天天接推销', contextOf('market', { open: 'phone' }));
    expect(heard.signs).toContain('refuses-phone');
    expect(heard.facts).toEqual([]);
    expect(understand('提交', contextOf('market')).command).toBe('submit');
  });

  test('9: the state of a late case', () => {
    const heard = understand('306-2817-5到哪一步了？都一个多星期了', contextOf('travel'));
    expect(heard).toMatchObject({ command: 'status', caseNumber: '306-2817-5', facts: [] });
    expect(understand('又要等，到底谁在管', contextOf('travel')).signs).toContain('question');
  });

  test('10: a person is asked for inside the complaint', () => {
    const context = contextOf('brand', { language: 'en' });
    const text = 'The dealer charged me twice for one service and nobody answers. Agent please';
    const heard = understand(text, context);
    expect(heard).toMatchObject({ command: 'agent', alarms: ['money'] });
    expect(heard.rest).toBe('The dealer charged me twice for one service and nobody answers.');
    expect(quoteOf(text, ['charged', 'twice'], 'en')).toBe('The dealer charged me twice for one service');
    expect(
      told('Northgate. Jo Park is my name. I want one of the two charges back', { ...context, open: 'dealer' }),
    ).toEqual({
      dealer: 'Northgate',
      name: 'Jo Park',
      outcome: 'I want one of the two charges back',
    });
  });

  test('11 and 12: refusing the outcome, and an answer to the survey', () => {
    const hotel = contextOf('hotel', { at: '2026-03-06T16:00:00+08:00' });
    expect(understand('一晚上没睡，30%太少，至少全退', hotel).command).toBeUndefined();
    expect(understand('不接受', hotel).command).toBe('no');
    const taipei = contextOf('hotel', { at: '2026-03-10T15:00:00+08:00', language: 'zh-TW' });
    expect(told('說好要修冷氣根本沒修，今天又漏了', taipei)).toEqual({ occurred_at: '2026-03-10' });
    const sleepless = understand('那我今晚怎麼睡', taipei);
    expect(sleepless.facts).toEqual([]);
    expect(sleepless.signs).toContain('question');
  });

  test('13: a draft resumed, all in one message', () => {
    const context = contextOf('market', { language: 'en' });
    const first = understand('The kettle I ordered arrived with a cracked lid. Order 2026022860417', context);
    expect(factsOf(first)).toEqual({ order_no: '2026022860417' });
    expect(first.rest).toBe('The kettle I ordered arrived with a cracked lid.');
    expect(quoteOf(first.rest, ['cracked'], 'en')).toBe('The kettle I ordered arrived with a cracked lid');
    expect(understand('hi again', context).signs).toContain('greeting');
    const heard = understand('a new lid is fine. Sam Okafor, 13800138000. go ahead and file it', {
      ...context,
      open: 'outcome',
    });
    expect(factsOf(heard)).toEqual({ outcome: 'a new lid is fine', name: 'Sam Okafor', phone: '13800138000' });
    expect(heard).toMatchObject({ command: 'file', rest: '' });
  });

  test('14: voice to text', () => {
    const context = contextOf('property', { at: '2026-03-08T08:25:00+08:00' });
    const heard = understand('喂你好那个我家水管啊漏漏水了哗哗的都漏到楼下去了嗯十二栋三零二', context);
    expect(factsOf(heard)).toEqual({ unit_no: '12 栋 302' });
    expect(heard.signs).toContain('voice-noise');
    const yes = understand('对对对三零二你们快点来人呐', { ...context, filled: { unit_no: '12 栋 302' } });
    expect(yes).toMatchObject({ command: 'yes', facts: [] });
    expect(told('幺三九零零幺三九零零零呃我姓赵', { ...context, open: 'phone' })).toEqual({
      phone: '13900139000',
      name: '姓赵',
    });
    expect(understand('对的对的提交', context).command).toBe('file');
  });
});

describe('complaints told in one message', () => {
  test.each([
    [
      'travel',
      'zh-CN',
      '我要投诉古镇一日游的导游，昨天下午三点那场讲解全程念手机，问什么都爱答不理。我叫王小明，电话13800138000，订单号TR20260301-88，你们看着办吧',
      { occurred_at: '2026-03-09 15:00', name: '王小明', phone: '13800138000', order_no: 'TR20260301-88' },
    ],
    [
      'travel',
      'zh-TW',
      '我要投訴，昨天早上九點領隊把門票搞丟了還怪我們沒收好，整團等了一個小時。我叫林淑芬，手機 0912-345-678，訂單編號 TR20260302-15',
      { occurred_at: '2026-03-09 09:00', name: '林淑芬', phone: '0912-345-678', order_no: 'TR20260302-15' },
    ],
    [
      'travel',
      'en',
      'Complaint about the city tour: yesterday at 3 pm the guide read everything off his phone and ignored every question. My name is Daniel Reed, phone +1 415 555 0132, booking number TR20260303-42.',
      { occurred_at: '2026-03-09 15:00', name: 'Daniel Reed', phone: '+1 415 555 0132', order_no: 'TR20260303-42' },
    ],
    [
      'hotel',
      'zh-CN',
      '昨晚十一点1208房空调一直滴水，打前台推来推去没人管，我要投诉。我叫张慧，电话13700137000',
      { occurred_at: '2026-03-09 23:00', room_no: '1208', place: '1208 房', name: '张慧', phone: '13700137000' },
    ],
    [
      'hotel',
      'zh-TW',
      '我要投訴，昨天晚上十一點1506號房隔壁一直大聲唱歌，打給櫃檯說會處理結果根本沒人來。我叫陳怡君，電話 0922-333-444',
      { occurred_at: '2026-03-09 23:00', room_no: '1506', place: '1506 房', name: '陳怡君', phone: '0922-333-444' },
    ],
    [
      'hotel',
      'en',
      'I want to complain about room 2204: yesterday at 11 pm the shower flooded the carpet and nobody from reception came. My name is Laura Bennett, my phone is +1 510 555 0177.',
      {
        occurred_at: '2026-03-09 23:00',
        room_no: '2204',
        place: 'room 2204',
        name: 'Laura Bennett',
        phone: '+1 510 555 0177',
      },
    ],
  ] as const)('%s in %s', (fields, language, text, expected) => {
    const heard = understand(text, contextOf(fields, { language }));
    expect(factsOf(heard)).toEqual(expected);
    expect(heard.command).toBeUndefined();
    expect(heard.corrections).toEqual([]);
  });

  test.each([
    ['电话写错了，改成 13900139000', '13900139000'],
    ['電話寫錯了，改成 0933-222-111', '0933-222-111'],
    ['Sorry, that phone number is wrong. Change it to +1 628 555 0199', '+1 628 555 0199'],
    ['電話寫錯了，改成 0955-666-777', '0955-666-777'],
    ['Wrong phone number, sorry. Change it to +1 737 555 0188', '+1 737 555 0188'],
  ])('the phone is corrected: %s', (text, phone) => {
    const context = contextOf('travel', { filled: { phone: '13800138000' } });
    expect(changed(text, context)).toEqual({ phone });
    expect(understand(text, context)).toMatchObject({ facts: [], rest: '' });
  });
});
