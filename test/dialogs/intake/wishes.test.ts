import { Chat } from '../../support/dialog-chat.js';
import { smallPlaybook } from '../../support/dialog-playbook.js';

const asked = (language: 'zh-CN' | 'en' = 'zh-CN'): Chat =>
  new Chat({ playbook: smallPlaybook(), language }).say('导游一路上都在推销').say('昨天');

test.each(['西安', '大概两千多的裙子', 'my room 1105, 11th floor', "we're stuck at the airport"])(
  'asked for the wish, "%s" only tells how it was: asked once more, then taken as it is',
  (words) => {
    const chat = asked().say(words);
    expect([chat.asks, chat.draft?.fields['outcome']]).toEqual(['outcome', undefined]);
    expect(chat.say(words).draft?.fields['outcome']).toBe(words);
  },
);

test.each(['一顿免费晚餐', '你们看着办', '公开道歉', 'a new lid is fine', 'Two tickets', 'whatever you think is fair'])(
  '"%s" is a wish at once',
  (words) => {
    expect(asked().say(words).draft?.fields['outcome']).toBe(words);
  },
);

test('"yes, that\u2019s all correct" and "可以了" file what was read back', () => {
  for (const words of ["yes that's all correct", '可以了']) {
    const chat = asked().say('退费').say('王小明 13800138000');
    while (!chat.choices.includes('submit')) chat.choose(chat.choices.at(-1)!);
    expect(chat.say(words).performed.map(({ verb }) => verb)).toContain('open-case');
  }
});
