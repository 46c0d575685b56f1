import { span } from '../../src/web/case/span.js';
import { moment, momentOrTime } from '../../src/web/shared/dates.js';

const at = (text: string) => new Date(text); // no zone: the machine's own, as the page's
const NOW = at('2026-03-03T09:00');

describe('dates as customers read them', () => {
  it('have the form of each language, and the year only when it is another', () => {
    const sunday = at('2026-03-01T14:05');
    expect(moment(sunday, 'zh-CN', NOW)).toBe('3月1日（周日）14:05');
    expect(moment(sunday, 'zh-TW', NOW)).toBe('3/1（日）14:05');
    expect(moment(sunday, 'en', NOW)).toBe('Sun 1 Mar, 14:05');
    expect(moment(at('2025-12-30T08:00'), 'zh-CN', NOW)).toBe('2025年12月30日（周二）08:00');
    expect(momentOrTime(at('2026-03-03T07:31'), 'zh-CN', NOW)).toBe('07:31');
  });

  it('tell a span by its two largest units', () => {
    const minute = 60_000;
    expect(span(90 * 60 * minute, 'zh-CN')).toBe('3 天 18 小时');
    expect(span(130 * minute, 'en')).toBe('2 h 10 min');
    expect(span(-20_000, 'zh-TW')).toBe('1 分鐘');
    expect(span(24 * 60 * minute + minute, 'en')).toBe('1 d');
  });
});
