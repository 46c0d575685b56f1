import { detectLanguage, maskSecrets, quoteOf } from '../../../dialogs/understanding/understand.js';

describe('quotes', () => {
  test.each([
    ['zh-CN', '你好，空调坏了三天没人修，我电话13800138000', ['空调', '修'], '空调坏了三天没人修'],
    ['zh-CN', '垃圾酒店！房间里有蟑螂，床单也是脏的', ['蟑螂'], '房间里有蟑螂'],
    ['zh-CN', '傻逼', [], undefined],
    ['zh-CN', '投诉', ['投诉'], undefined],
    ['zh-CN', '13800138000', [], undefined],
    ['zh-TW', '櫃檯態度很差，等了一小時', ['态度'], '櫃檯態度很差'],
    ['en', 'Hello, the shower flooded the carpet, nobody came', ['flooded'], 'the shower flooded the carpet'],
    ['en', 'My number is 13800138000', ['number'], undefined],
    [
      'en',
      'the coach to the old town turned up 50 mins late and nobody told us anything about it at all that day',
      ['late'],
      'the coach to the old town turned up 50 mins late',
    ],
    ['zh-CN', '一二三四五六七八九十一二三四五六七八九十一二三四五', ['一'], undefined],
    ['zh-CN', '水很干净，薯条也好吃，就是行李箱轮子被摔坏了', ['薯条'], '行李箱轮子被摔坏了'],
    ['zh-CN', '还可以吧，薯条好吃', ['薯条'], undefined],
    ['zh-CN', '没有人受伤，东西也没丢，大巴晚点了两个小时', ['受伤'], '大巴晚点了两个小时'],
    ['zh-CN', '屏幕有划痕。建议大家不要买了', ['建议'], '屏幕有划痕'],
    ['zh-CN', '感觉很不好.服务员爱理不理.再也不来了', [], '服务员爱理不理'],
    ['zh-CN', '银行卡****0123，导游多收了我200块', ['银行卡'], '导游多收了我200块'],
    [
      'en',
      'The breakfast was lovely, but the tap in our bathroom leaked all night',
      ['breakfast'],
      'the tap in our bathroom leaked all night',
    ],
  ] as const)('%s: %s', (language, text, heavy, quote) => {
    expect(quoteOf(text, [...heavy], language)).toBe(quote);
  });
});

describe('languages', () => {
  test.each([
    ['空调坏了', 'zh-CN'],
    ['冷氣壞了', 'zh-TW'],
    ['the shower is broken', 'en'],
    ["hi I bought a 羽绒服 from 暖冬旗舰店 and it's fake", 'en'],
    ['我买的 iPhone 屏幕坏了', 'zh-CN'],
    ['订单 TR20260301-88', 'zh-CN'],
    ['TR20260301-88', undefined],
    ['13800138000', undefined],
    ['😡', undefined],
    ['', undefined],
    ['返金してほしい', undefined],
    ['quiero un reembolso', undefined],
    ['wo yao tuikuan', undefined],
    ['refund', 'en'],
    ['冇人理我', 'zh-CN'],
  ] as const)('%s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test('words that both scripts share are of the language spoken so far', () => {
    expect(detectLanguage('你好', 'zh-TW')).toBe('zh-TW');
    expect(detectLanguage('你好', 'en')).toBe('zh-CN');
    expect(detectLanguage('空调坏了', 'zh-TW')).toBe('zh-CN');
  });
});

describe('secrets', () => {
  test.each([
    ['我身份证11010519491231002X', '我身份证****002X', ['002X']],
    ['卡号6222 0200 0000 0000 001', '卡号****0001', ['0001']],
    ['my card 4111 1111 1111 1111 was charged', 'my card ****1111 was charged', ['1111']],
    ['身分證A123456789', '身分證****6789', ['6789']],
    ['密码是 hunter22', '密码是 ****er22', ['er22']],
    ['验证码 482913', '验证码 ****', ['****']],
    ['4111111111111111和11010519491231002X', '****1111和****002X', ['1111', '002X']],
  ])('%s', (text, hidden, masked) => {
    expect(maskSecrets(text)).toEqual({ text: hidden, masked });
  });

  test.each([
    '13800138000',
    '+86 138 0013 8000',
    '订单2026030155871',
    '单号4111111111111111',
    'order 4111 1111 1111 1111',
    'TR20260301-88',
    '0912-345-678',
    '306-2817-5',
    'LSVAA4187E2184841',
    '110105194912310021',
    '2026030155871234',
  ])('stays: %s', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: [] });
  });
});
