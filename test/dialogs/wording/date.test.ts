import fc from 'fast-check';
import { phrase } from '../../../dialogs/wording/phrase.js';
import { promiseTime } from '../../../dialogs/wording/promise-time.js';
import { word } from '../../../dialogs/wording/word.js';
import { LANGUAGES } from '../../../src/domain/language.js';

const now = new Date('2026-03-02T09:05:00+08:00');
type Form = 'promise' | 'past' | 'vague' | 'day';

function written(date: string, form: Form, more: { zone?: string; nameZone?: boolean } = {}): string[] {
  const context = { zone: 'Asia/Shanghai', now, ...more };
  const value = phrase('value.fact', { label: '', value: { date, form } });
  return LANGUAGES.map((language) => word(value, language, context));
}

test.each<[string, Form, string, string, string]>([
  ['2026-03-04T18:00:00+08:00', 'promise', '3月4日（周三）18:00', '3/4（三）18:00', 'Wed 4 Mar, 18:00'],
  ['2026-03-04T17:01:00+08:00', 'promise', '3月4日（周三）18:00', '3/4（三）18:00', 'Wed 4 Mar, 18:00'],
  ['2026-03-02T09:21:00+08:00', 'promise', '3月2日（周一）09:25', '3/2（一）09:25', 'Mon 2 Mar, 09:25'],
  ['2026-03-01T14:00:00+08:00', 'past', '3月1日（周日）14:00', '3/1（日）14:00', 'Sun 1 Mar, 14:00'],
  ['2026-03-01T14:03:00+08:00', 'past', '3月1日（周日）14:03', '3/1（日）14:03', 'Sun 1 Mar, 14:03'],
  ['2026-03-01T15:00:00+08:00', 'vague', '3月1日（周日）下午', '3/1（日）下午', 'afternoon of Sun 1 Mar'],
  ['2026-03-01T20:00:00+08:00', 'vague', '3月1日（周日）晚上', '3/1（日）晚上', 'evening of Sun 1 Mar'],
  ['2025-12-30T14:00:00+08:00', 'day', '2025年12月30日（周二）', '2025/12/30（二）', 'Tue 30 Dec 2025'],
  ['2025-12-30', 'past', '2025年12月30日（周二）', '2025/12/30（二）', 'Tue 30 Dec 2025'],
  ['2026-12-31T16:30:00Z', 'day', '2027年1月1日（周五）', '2027/1/1（五）', 'Fri 1 Jan 2027'],
])('%s as %s', (date, form, ...expected) => {
  expect(written(date, form)).toEqual(expected);
});

test('a time that may be taken for another zone’s names its own', () => {
  const at = '2026-03-04T10:00:00Z';
  expect(written(at, 'past', { nameZone: true })).toEqual([
    '3月4日（周三）18:00（北京时间）',
    '3/4（三）18:00（北京時間）',
    'Wed 4 Mar, 18:00 Beijing time',
  ]);
  const kolkata = written(at, 'past', { zone: 'Asia/Kolkata', nameZone: true });
  expect(kolkata[2]).toBe('Wed 4 Mar, 15:30 (UTC+5.5)');
});

test('a date is set in a Chinese sentence with one space before digits and none after a bracket', () => {
  const said = word(
    phrase('status.closed', { number: '1', at: { date: '2025-12-30', form: 'day' }, what: '退了房费' }),
    'zh-CN',
    { zone: 'Asia/Shanghai', now },
  );
  expect(said).toBe('编号 1：2025年12月30日（周二）已处理完。退了房费。不满意的话，回复“重新处理”。');
});

const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });
const zones = fc.constantFrom('Asia/Shanghai', 'Asia/Kolkata', 'America/New_York', 'Asia/Kathmandu', 'Europe/London');

test('a promise is never rounded down, by less than an hour, and once is enough', () => {
  fc.assert(
    fc.property(instants, instants, zones, (at, present, zone) => {
      const said = promiseTime(new Date(at), new Date(present), zone);
      expect(said.getTime()).toBeGreaterThanOrEqual(at);
      expect(said.getTime() - at).toBeLessThan(3_600_000);
      const near = Math.abs(at - present) < 4 * 3_600_000;
      if (near) expect(said.getTime() - at).toBeLessThan(300_000);
      expect(promiseTime(said, new Date(present), zone)).toEqual(said);
    }),
  );
});

test('a whole hour is one of the wall clock, also where the zone is half an hour off', () => {
  const far = new Date('2026-03-04T10:10:00Z');
  expect(promiseTime(far, now, 'Asia/Kolkata')).toEqual(new Date('2026-03-04T10:30:00Z'));
  expect(promiseTime(far, now, 'Asia/Shanghai')).toEqual(new Date('2026-03-04T11:00:00Z'));
});
