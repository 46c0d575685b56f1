import fc from 'fast-check';
import { Chat } from '../support/dialog-chat.js';
import { sampleCase } from '../support/dialog-case.js';
import { houseFields, smallPlaybook } from '../support/dialog-playbook.js';

const SAID = [
  '你好',
  '投诉',
  '导游把我们扔在购物店三个小时，态度还特别差',
  '昨天下午三点',
  '订单TR20260301-88',
  '我叫王小明，13800138000',
  '13800138000',
  '电话改成 13900139000',
  'change phone',
  'change category',
  'change content',
  '退款',
  '能全退吗？',
  '为什么要这个',
  '不知道',
  '不给',
  '跳过',
  '返回',
  '取消',
  '帮助',
  '进度',
  '人工',
  '重新开始',
  '提交',
  '是',
  '不',
  '算了',
  '垃圾',
  '😡😡😡',
  '👍',
  '谢谢',
  '',
  '306-2817-5',
  '我妈滑倒了，流血了',
  '不想活了',
  '着火了',
  'wo yao tuikuan',
  'Quiero un reembolso por favor',
  'English',
  'I want to complain about the guide yesterday, he was rude',
  '重新处理',
  '换个设备继续',
  '123456',
  '1',
  '5',
  '接受',
  '不接受，太少了',
  '又来了，师傅还没到',
  '我是小学生',
  '留着',
  '接着来',
  '啊'.repeat(4000),
];
const CHOICES = [
  'submit',
  'edit',
  'cancel',
  'yes',
  'no',
  'skip',
  'back',
  'agent',
  'keep',
  'resume',
  'other',
  'chat',
  'unknown',
  'accept',
  'refuse',
  '1',
  '5',
  'a',
  'b',
  'wait',
  'message',
  'call',
  'first_aid',
  'safe',
  'this_case',
  'new_matter',
  'name',
  'category',
  'service_attitude',
  'nonsense',
  'reopen',
];

const act = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...SAID).map((text) => ({ do: 'say' as const, text })) },
  { weight: 3, arbitrary: fc.nat().map((nth) => ({ do: 'press' as const, nth })) },
  { weight: 1, arbitrary: fc.constantFrom(...CHOICES).map((id) => ({ do: 'choose' as const, id })) },
  { weight: 1, arbitrary: fc.constant({ do: 'file' as const }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('draft-reminder' as const, 'agent-wait' as const)
      .map((what) => ({ do: 'due' as const, what })),
  },
  { weight: 1, arbitrary: fc.nat({ max: 100 }).map((hours) => ({ do: 'later' as const, hours })) },
  { weight: 1, arbitrary: fc.constant({ do: 'hand-back' as const }) },
  { weight: 1, arbitrary: fc.constantFrom(...SAID).map((text) => ({ do: 'edit' as const, text })) },
);

/** Whatever happens: no step fails, the state stays plain data, one bubble or two, and a customer who writes is answered. */
test('any course of a conversation', () => {
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 25 }),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('zh-CN' as const, 'zh-TW' as const, 'en' as const),
      (acts, house, filed, language) => {
        const chat = new Chat({
          playbook: smallPlaybook(house ? { fields: houseFields(), region: 'tw' } : {}),
          language,
          opinions: house ? [] : [['导游', 'service_attitude']],
          cases: filed ? [sampleCase({ number: '471-2096-9' })] : [],
        });
        for (const one of acts) {
          if (one.do === 'say') chat.say(one.text);
          else if (one.do === 'press') chat.choose(chat.choices[one.nth % Math.max(1, chat.choices.length)] ?? 'skip');
          else if (one.do === 'choose') chat.choose(one.id);
          else if (one.do === 'file') chat.send('x.png');
          else if (one.do === 'due') chat.event({ type: 'due', what: one.what });
          else if (one.do === 'hand-back') chat.event({ type: 'handed-back', by: 'li', displayName: 'Li' });
          else if (one.do === 'edit') chat.say(one.text, { edits: 'm1' });
          else chat.now = new Date(chat.now.getTime() + one.hours * 3_600_000);
          if (['say', 'press', 'choose', 'file'].includes(one.do))
            expect([one, chat.said.filter(Boolean).length > 0]).toEqual([one, true]);
          expect(chat.said.length).toBeLessThanOrEqual(3);
          const { dialog } = chat.conversation;
          expect(structuredClone(dialog)).toEqual(dialog);
          if (dialog.open?.kind === 'field' && dialog.draft) expect(chat.conversation.dialog.open?.field).toBeTruthy();
        }
      },
    ),
    { numRuns: 150 },
  );
});
