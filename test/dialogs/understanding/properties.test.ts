import fc from 'fast-check';
import {
  detectLanguage,
  maskSecrets,
  quoteOf,
  readAnswer,
  understand,
} from '../../../dialogs/understanding/understand.js';
import { plainOf } from '../../../dialogs/understanding/reading.js';
import { contextOf, FIELDS } from './contexts.js';

const SAYINGS = [
  '昨天下午三点',
  '我叫王小明',
  '13800138000',
  '訂單TR20260301-88',
  '電話改成',
  '不是',
  '是',
  '1208房',
  '十二栋三零二',
  '1,280元',
  '退一赔三',
  '转人工',
  '提交',
  '气死我了',
  '，',
  '。',
  '！',
  ' ',
  '\n',
  'yesterday at 3 pm',
  'my name is',
  'Jo Park',
  'change the phone to',
  '+1 415 555 0132',
  'order',
  'room',
  '2204',
  "it's not",
  'but',
  '😡',
  '３',
  '\u0000',
  '\ud800',
  '(',
  '*',
  '\\',
  '一',
  '零',
  '点',
  '/',
  ':',
  '-',
];
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...SAYINGS), { maxLength: 40 }).map((parts) => parts.join('')),
);
const contexts = fc
  .record({
    fields: fc.constantFrom(...(Object.keys(FIELDS) as (keyof typeof FIELDS)[])),
    open: fc.nat(),
    language: fc.constantFrom('zh-CN' as const, 'zh-TW' as const, 'en' as const),
    filled: fc.boolean(),
  })
  .map(({ fields, open, language, filled }) => {
    const ids = FIELDS[fields].map(({ id }) => id);
    return contextOf(fields, {
      language,
      open: ids[open % (ids.length + 3)],
      filled: filled ? { phone: '13800138000', name: '王小明', amount: '1280', room_no: '1208' } : {},
    });
  });

test('whatever is written: nothing throws, and what is read was written', () => {
  fc.assert(
    fc.property(words, contexts, (text, context) => {
      const { facts, corrections } = understand(text, context);
      const ids = [...context.fields.map(({ id }) => id), 'category', 'kind'];
      for (const { from, field } of [...facts, ...corrections]) {
        expect(text).toContain(from);
        expect(from).not.toBe('');
        expect(ids).toContain(field);
      }
      expect(new Set(facts.map(({ field }) => field)).size).toBe(facts.length);
    }),
    { numRuns: 500 },
  );
});

test('every reader takes any text', () => {
  fc.assert(
    fc.property(words, contexts, (text, context) => {
      for (const field of context.fields) readAnswer(text, field, context);
      const quote = quoteOf(text, ['空调', 'late', '('], context.language);
      if (quote !== undefined) expect(text).toContain(quote);
      detectLanguage(text);
      expect(plainOf(text)).toHaveLength(text.length);
    }),
    { numRuns: 120 },
  );
});

test('masking leaves nothing to mask, and the phone readable', () => {
  fc.assert(
    fc.property(words, (text) => {
      const once = maskSecrets(text);
      expect(maskSecrets(once.text).text).toBe(once.text);
      if (once.masked.length === 0) expect(once.text).toBe(text);
    }),
    { numRuns: 200 },
  );
});

test.each(['三', '不是', '电话改', '1', 'a', 'change the phone ', '对', '，', '3月1日', '\n', '😡', ' '])(
  '4,000 characters of %j',
  (part) => {
    const text = part.repeat(4000 / part.length);
    for (const fields of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
      expect(() => understand(text, contextOf(fields, { open: 'phone' }))).not.toThrow();
    }
  },
);
