import { understand } from '../../../dialogs/understanding/understand.js';
import { contextOf } from './contexts.js';

const command = (text: string, more = {}) => understand(text, contextOf('travel', more)).command;

describe('commands', () => {
  test.each([
    [
      'agent',
      [
        '人工',
        '转人工',
        '轉真人',
        '专人',
        '客服',
        '叫你们经理',
        '请帮我转人工，谢谢',
        'agent',
        'a person',
        "I'd like to talk to a person",
        'can I speak to a manager?',
      ],
    ],
    [
      'status',
      [
        '进度',
        '進度',
        '我的投诉怎么样了？',
        '到哪一步了',
        'status',
        'my complaint',
        '查一下我的投诉进度',
        "what's the status of my case?",
      ],
    ],
    ['back', ['返回', '上一步', 'back', 'go back']],
    ['cancel', ['取消', '不投诉了', 'cancel', '我不投诉了']],
    ['restart', ['重新开始', '重來', 'start over']],
    ['help', ['帮助', '說明', 'help', '?']],
    ['reopen', ['重新处理', '重新處理', 'reopen']],
    ['skip', ['跳过', '略過', 'skip', 'Skip it please']],
    ['submit', ['提交', '送出', 'Submit']],
    [
      'file',
      [
        '好，送出',
        '没错，提交',
        'go ahead and file it',
        '对的对的提交',
        '好吧那就提交吧',
        'okay submit it',
        'Yes, please submit it',
      ],
    ],
    ['edit', ['修改', 'edit']],
    ['yes', ['是', '对的', '嗯嗯', '系嘅', '没问题', 'yes', 'OK', '对对对', '同意']],
    ['no', ['不', '不用', '不用了', 'no', 'No, thanks', '不接受']],
    ['keep', ['先留着', '先保留', 'Keep it', '下次再说']],
    ['resume', ['接着来', '继续', '繼續', 'Carry on']],
    ['change-time', ['改时间', '改時間', 'change time', 'reschedule']],
    ['dont-call', ['别打电话', '不要打電話', "don't call"]],
    ['continue-elsewhere', ['在Telegram上继续', 'continue on another device', '换个手机接着说']],
  ] as const)('%s', (expected, texts) => {
    expect(texts.map((text) => [text, command(text)])).toEqual(texts.map((text) => [text, expected]));
  });

  test('languages', () => {
    expect(command('English')).toEqual({ language: 'en' });
    expect(command('in English please')).toEqual({ language: 'en' });
    expect(command('简体中文')).toEqual({ language: 'zh-CN' });
    expect(command('繁體')).toEqual({ language: 'zh-TW' });
    expect(command('Chinese', { language: 'en' })).toEqual({ language: 'zh-CN' });
    expect(command('中文', { language: 'en', region: 'tw' })).toEqual({ language: 'zh-TW' });
  });

  test.each([
    '他说会取消订单，后来又没取消',
    '我找了人工客服三次都没人理',
    '我等了人工半小时',
    'I asked for an agent three times',
    'I waited for the agent',
    '吃出虫子，叫经理来，经理说赔一杯饮料',
    '好的谢谢你，先不急',
    'ok thanks, no rush',
    'No hot water',
    '没有热水',
    '帮助我们的人都没有',
    '别提交',
    "don't file it yet, I have more",
    '是你们的错',
    '不退钱就投诉',
    '投诉',
    'yesterday',
  ])('only story: %s', (text) => {
    expect(command(text)).not.toEqual(
      expect.stringMatching(/^(?:agent|status|cancel|restart|help|file|submit|yes|skip|back)$/),
    );
  });

  test.each([
    ['叫真人來講！機器人閃邊去', '機器人閃邊去'],
    ['退款一直没消息，给我转人工', '退款一直没消息'],
    ['The dealer charged me twice. Agent please', 'The dealer charged me twice.'],
    ['this is going nowhere, can I talk to a real person please', 'this is going nowhere'],
    ['能不能找个真人跟我说', ''],
  ])('a person is asked for inside the message: %s', (text, rest) => {
    expect(understand(text, contextOf('travel'))).toMatchObject({ command: 'agent', rest });
  });

  test('a case number with little beside it asks for its state', () => {
    expect(understand('306-2817-5', contextOf('travel'))).toMatchObject({
      command: 'status',
      caseNumber: '306-2817-5',
    });
    expect(understand('编号306-2817-5怎么样了', contextOf('travel'))).toMatchObject({ command: 'status' });
    expect(understand('306-2817-5 那件事导游又骂我了', contextOf('travel')).command).toBeUndefined();
  });
});
