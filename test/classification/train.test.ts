import { restoreClassifier } from '../../src/classification/restore.js';
import { trainClassifier, type LabelledText, type TrainedClassifier } from '../../src/classification/train.js';
import { HELD, TRAIN } from './complaints.js';

const classifier = trainClassifier(TRAIN);
const best = (text: string, by: TrainedClassifier = classifier) => by.classify(text).ranked[0]!.label;
const accuracy = (by: TrainedClassifier) =>
  HELD.filter(({ label, text }) => best(text, by) === label).length / HELD.length;

describe('a trained classifier', () => {
  it.each([
    ['我的退款怎么还不到账', 'refund'],
    ['快递把我的包裹弄丢了', 'delivery'],
    ['服务员态度非常差', 'staff'],
    ['噪音太大，睡不着', 'noise'],
    ['where is my refund', 'refund'],
    ['The parcel never arrived', 'delivery'],
    ['SHOUTING and rude employees!!', 'staff'],
    ['the noises kept me up', 'noise'],
    ['我的 parcel 一直没有 delivery', 'delivery'],
  ])('knows what "%s" is about', (text, label) => expect(best(text)).toBe(label));

  it('is mostly right on complaints that it has not seen', () => {
    expect(accuracy(classifier)).toBeGreaterThan(0.8);
  });

  it('learns from the labels and from nothing else: with shuffled labels it is no better than chance', () => {
    const shuffled = (by: number): LabelledText[] =>
      TRAIN.map(({ text }, at) => ({ text, label: TRAIN[(at * by + 7) % TRAIN.length]!.label }));
    const accuracies = [5, 7, 11, 13, 17, 19, 23, 29].map((by) => accuracy(trainClassifier(shuffled(by))));
    expect(accuracies.reduce((sum, one) => sum + one, 0) / accuracies.length).toBeLessThan(0.4);
  });

  it.each([
    ['退款申请还没到账，钱在哪里', '退款申請還沒到賬，錢在哪裡'],
    ['前台服务员态度恶劣', '前臺服務員態度惡劣'],
    ['快递员为什么没打电话', '快遞員為什麼沒打電話'],
  ])('answers the same in traditional characters: %s', (simplified, traditional) => {
    expect(classifier.classify(traditional).ranked).toEqual(classifier.classify(simplified).ranked);
  });

  it.each(['qzx vvkw jjqq', '囧犇淼骉', '12345', '', '???!', 'привет'])('is not sure of %p', (text) => {
    expect(classifier.classify(text).sure).toBe(false);
  });

  it('is sure of what is plain', () => {
    expect(classifier.classify('客服态度很差，服务员骂人，态度恶劣').sure).toBe(true);
    expect(classifier.classify('Please refund my money, the refund has not arrived').sure).toBe(true);
  });

  it('ranks every label once, best first, with probabilities that sum to 1', () => {
    for (const { text } of HELD) {
      const { ranked } = classifier.classify(text);
      expect(ranked.map(({ label }) => label).sort()).toEqual(['delivery', 'noise', 'refund', 'staff']);
      const probabilities = ranked.map(({ probability }) => probability);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
      expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    }
  });

  it('quotes the deciding words as the customer wrote them', () => {
    expect(classifier.classify('昨天的退款還沒到賬').words.slice(0, 2)).toContain('退款');
    expect(classifier.classify('你們的快遞員把包裹弄丟了').words).toContain('快遞');
    expect(classifier.classify('My REFUND, where is it?').words[0]).toBe('REFUND');
    expect(classifier.classify('囧犇').words).toEqual([]);
  });

  it('answers the same whenever it is trained on the same', () => {
    expect(JSON.stringify(trainClassifier(TRAIN))).toBe(JSON.stringify(classifier));
  });

  it('keeps no text that it was trained on', () => {
    const saved = JSON.stringify(classifier);
    for (const { text } of TRAIN) expect(saved).not.toContain(text);
  });

  it('is trained on hundreds of sentences before anybody notices', () => {
    const many = Array.from({ length: 10 }, (_, round) =>
      TRAIN.map(({ label, text }) => ({ label, text: `${text} ${round}` })),
    );
    const { user } = process.cpuUsage();
    trainClassifier(many.flat());
    expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
  });
});

describe('training', () => {
  it('takes labels that are names of object internals as any other', () => {
    const examples = TRAIN.map(({ label, text }) => ({ text, label: label === 'refund' ? '__proto__' : label }));
    const trained = trainClassifier([
      ...examples,
      { label: 'constructor', text: 'the __proto__ constructor toString' },
    ]);
    expect(best('where is my refund', trained)).toBe('__proto__');
    expect(({} as Record<string, unknown>).ranked).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('is never sure of what it cannot read, however much more frequent one label is', () => {
    const calm = Array.from({ length: 40 }, (_, at) => ({ label: 'ordinary', text: `环境好，味道不错，第${at}次来` }));
    const alarm = Array.from({ length: 4 }, (_, at) => ({ label: 'danger', text: `吃完拉肚子进医院${at}` }));
    const saved = trainClassifier([...calm, ...alarm]).toJSON();
    const skewed = restoreClassifier({ ...saved, calibration: { ...saved.calibration, prior: 2 } });
    expect(skewed.classify('囧犇淼骉').ranked[0]!.probability).toBeGreaterThan(0.9);
    expect(skewed.classify('囧犇淼骉').sure).toBe(false);
    expect(skewed.classify('味道不错，环境好').sure).toBe(true);
  });

  it('needs an example', () => expect(() => trainClassifier([])).toThrow(RangeError));

  it('makes do with one label, and with one example of each', () => {
    expect(best('anything', trainClassifier([{ label: 'only', text: 'one' }]))).toBe('only');
    const two = trainClassifier([
      { label: 'a', text: 'refund my money' },
      { label: 'b', text: 'the room was noisy' },
    ]);
    expect(best('noisy rooms', two)).toBe('b');
  });

  it('calibrates by the dev examples when there are some, passing over labels that it cannot know', () => {
    const dev = HELD.map(({ label, text }) => ({ text, label: label === 'noise' ? 'refund' : 'noise' }));
    const misled = trainClassifier(TRAIN, { dev: [...dev, { label: 'unheard', text: 'of' }] });
    const text = '退款申请三天了还没到账';
    expect(misled.classify(text).ranked[0]!.probability).toBeLessThan(classifier.classify(text).ranked[0]!.probability);
    expect(misled.classify(text).ranked).toHaveLength(4);
  });
});
