import { sampleCase } from '../support/dialog-case.js';
import { Chat } from '../support/dialog-chat.js';
import { houseFields, smallPlaybook } from '../support/dialog-playbook.js';
import { fileBy } from '../support/machine-customer.js';

const FACTS = {
  'zh-CN': { name: '王小明', phone: '13800138000', outcome: '退当天的费用并道歉', place: '二楼餐厅' },
  'zh-TW': { name: '林怡君', phone: '0912-345-678', outcome: '退當天的費用並道歉', place: '二樓餐廳' },
  en: {
    name: 'Daniel Reed',
    phone: '+1 415 555 0132',
    outcome: 'A refund of the day and an apology',
    place: 'second floor restaurant',
  },
};

const STORIES = {
  'zh-CN': [
    '在吗？？你们还讲不讲理啊，昨天那个一日游气得我一宿没睡',
    '空调坏了一晚上，打了三次电话都说马上来，结果没人来，你们到底怎么管人的',
    '大巴急刹车我摔下来手腕骨折了，导游让我自己打车去医院',
    '当着全团人的面骂我穷鬼，让我下车，太丢人了',
    '多收了我八百块钱，一直不退',
    '垃圾',
    '啊'.repeat(2000),
  ],
  'zh-TW': [
    '行程表寫四星飯店，結果帶我們去一間有霉味的小旅館，差多了好嗎',
    '電梯卡在七樓和八樓之間，我們四個人被困住了',
  ],
  en: [
    'honestly fed up. the coach turned up 50 mins late and the rep just shrugged',
    'My son fell off the bunk bed and is bleeding from the head',
  ],
};

const cases = Object.entries(STORIES).flatMap(([language, stories]) =>
  stories.flatMap((story) =>
    [true, false].flatMap((sure) =>
      [true, false].map((house) => ({
        language: language as keyof typeof FACTS,
        story,
        begin: story.slice(0, 20),
        sure,
        house,
      })),
    ),
  ),
);

test.each(cases)(
  'a scripted customer gets through: $language, $begin (sure: $sure, house: $house)',
  ({ language, story, sure, house }) => {
    const { place, ...known } = FACTS[language];
    const facts = {
      ...known,
      ...(house && { place }),
      content: story === '垃圾' ? '导游骂人' : story,
      occurred_at: '2026-03-01 14:00',
      category: 'billing',
    };
    const chat = new Chat({
      playbook: smallPlaybook(house ? { fields: houseFields() } : {}),
      language,
      opinions: sure ? [['', 'facility']] : [],
      cases: sure ? [sampleCase({ number: '471-2096-9', category: 'facility' })] : [],
    });
    const asked = fileBy(chat, story, facts);
    const { fields, text, category } = chat.performed.find(({ verb }) => verb === 'open-case')!.args as Record<
      string,
      never
    >;
    const { content, category: chosen, ...values } = facts;
    expect(fields).toMatchObject(values);
    expect([text, category]).toEqual([content, chosen]);
    expect(asked.length).toBeLessThan(15);
  },
);

test('in an undisturbed filing no question is asked twice, and nothing that was told is asked', () => {
  const chat = new Chat({ playbook: smallPlaybook() });
  const asked = fileBy(chat, '昨天下午三点导游一直念手机。我叫王小明，电话13800138000', {
    outcome: '道歉',
    category: 'service_attitude',
  });
  expect(asked).toEqual(['outcome', 'category', 'accused']);
});
