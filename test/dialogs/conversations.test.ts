import { Chat } from '../support/dialog-chat.js';
import { houseFields, smallPlaybook } from '../support/dialog-playbook.js';

test('several facts in the first message: heard, noted, the rest asked, read back, filed', () => {
  const chat = new Chat({ playbook: smallPlaybook(), opinions: [['导游', 'service_attitude']] });
  chat.say(
    '我昨天跟的团，下午两点导游把我们扔在购物店三个小时，态度还特别差。订单TR20260301-88，我叫王小明，13800138000',
  );
  expect(chat.text).toBe(
    '“下午两点导游把我们扔在购物店三个小时”，很抱歉让您遇到这样的事。花了钱还要受气，谁心里都不好受。\n' +
      '记下了：时间 3月1日（周日）14:00，订单号 TR20260301-88，姓名 王小明，手机 13800138000。\n' +
      '您希望我们怎么解决？例如退费、道歉、换房、说明原因。您的要求会原样记下，由同事答复。',
  );
  expect(chat.asks).toBe('outcome');
  chat.say('退当天的费用，让导游道歉');
  expect(chat.text).toBe(
    '记下了：您的要求“退当天的费用，让导游道歉”。\n' +
      '您提到的导游，知道姓名或工号吗？说说样子也行，不清楚可以跳过。被投诉的人不能经手自己的投诉，知道是谁才能避开。',
  );
  expect(chat.choices).toEqual(['skip']);
  chat.say('姓刘，大家叫刘导');
  expect(chat.text).toBe(
    '请您核对：\n经过：我昨天跟的团，下午两点导游把我们扔在购物店三个小时，态度还特别差\n时间：3月1日（周日）14:00\n' +
      '订单号：TR20260301-88\n姓名：王小明\n手机：13800138000\n您的要求：退当天的费用，让导游道歉\n' +
      '涉及人员：姓刘，大家叫刘导\n类型：服务态度\n没问题就按“提交”；哪里不对直接说，例如“电话改成 139…”。',
  );
  expect(chat.labels).toEqual(['提交', '修改', '取消']);
  expect(chat.performed).toEqual([]);
  chat.choose('submit');
  expect(chat.text).toBe(
    '已登记，投诉编号 306-2817-5。\n接下来由同事查清经过，再答复您。3月5日（周四）10:00 前，我会告诉您进展。\n' +
      '查进度：回复“进度”，或打开 https://x.example/case/306-2817-5',
  );
  expect(chat.replies.at(-1)).toMatchObject({ receipt: { number: '306-2817-5' }, heard: 'desk', ofDialog: false });
  expect(chat.performed).toMatchObject([
    {
      verb: 'open-case',
      args: {
        kind: 'complaint',
        category: 'service_attitude',
        text: expect.stringContaining('我叫王小明'),
        fields: { occurred_at: '2026-03-01 14:00', order_no: 'TR20260301-88', phone: '13800138000' },
        signature: { text: expect.stringContaining('您的要求：退当天的费用') },
        missing: [],
      },
    },
  ]);
  expect(chat.draft).toBeUndefined();
});

test('a guest in Taiwan: name and phone in one breath, then a correction of two lines and a file before submitting', () => {
  const playbook = smallPlaybook({ fields: houseFields(), region: 'tw' });
  const chat = new Chat({ playbook, language: 'zh-TW', now: '2026-03-03 14:10', opinions: [['冷氣', 'facility']] });
  chat.say('我住1208，昨晚冷氣一直漏水，櫃檯說沒有人可以修，弄到半夜都沒睡');
  expect(chat.text).toBe(
    '「昨晚冷氣一直漏水」，讓您遇到這樣的事，真的很抱歉。東西壞了又急著用，一定很困擾。\n' +
      '記下了：時間 3/2（一）晚上，地點 1208 房，房號 1208。\n' +
      '您希望我們怎麼處理？例如退費、道歉、換房、說明原因。您的要求會照原話記下，由專人回覆。',
  );
  chat.say('換房，昨晚的房費也要有個交代');
  expect(chat.text).toContain(
    '請問怎麼稱呼您？\n請留一支聯絡得到您的手機號碼，例如 0912345678。用來查證並回覆這件事。',
  );
  expect(chat.asks).toBe('name');
  chat.say('林怡君 0912000345');
  expect(chat.text).toContain('姓名：林怡君\n手機：0912000345\n您的要求：換房，昨晚的房費也要有個交代\n類型：設施');
  chat.say('電話改成0987000654，還有房號不是1208是1209');
  expect(chat.text).toBe('改好了：\n手機：0987000654\n房號：1209\n其他不變。現在送出嗎？');
  chat.send('對話截圖.png');
  expect(chat.text).toBe('收到 1 個檔案，已附在這個案件。現在送出嗎？');
  expect(chat.choices).toEqual(['submit', 'edit', 'cancel']);
  chat.say('好，送出');
  expect(chat.text).toContain('案件編號 306-2817-5');
  expect(chat.performed.at(-1)?.args).toMatchObject({ evidence: [{ name: '對話截圖.png' }], language: 'zh-TW' });
});

test('English with Chinese words: answered in English, their words kept', () => {
  const chat = new Chat({ playbook: smallPlaybook(), language: 'en', opinions: [['fake', 'counterfeit']] });
  chat.say(
    "hi I bought a 羽绒服 from 暖冬旗舰店 and it's fake, their 客服 won't even reply. order TR20260301-87, yesterday",
  );
  expect(chat.text).toContain("“I bought a 羽绒服 from 暖冬旗舰店 and it's fake”: I'm sorry that happened to you.");
  chat.say('退一赔三');
  expect(chat.text).toContain('Noted: your wish “退一赔三”.');
  chat.say('Amy Chen +852 5123 4567');
  expect(chat.text).toContain('Name: Amy Chen\nPhone: +852 5123 4567\nYour wish: 退一赔三\nType: counterfeit');
  expect(chat.conversation.language).toBe('en');
});
