import { parseDuration } from '../../src/domain/duration.js';

test.each([
  ['2 WD', { unit: 'working-days', count: 2 }],
  ['2 working days', { unit: 'working-days', count: 2 }],
  ['1 working hour', { unit: 'working-hours', count: 1 }],
  ['4 working hours', { unit: 'working-hours', count: 4 }],
  ['24 h', { unit: 'hours', count: 24 }],
  ['2h', { unit: 'hours', count: 2 }],
  ['15 min', { unit: 'minutes', count: 15 }],
  ['90 minutes', { unit: 'minutes', count: 90 }],
  ['7 d', { unit: 'days', count: 7 }],
  ['1d', { unit: 'days', count: 1 }],
  [' Month  end ', { unit: 'month-end' }],
])('reads %j', (text, duration) => {
  expect(parseDuration(text)).toEqual(duration);
});

test.each(['', '2', 'WD', '0 WD', '-1 h', '1.5 h', '2 weeks', '20000 d', 'end of month', '1 WD 2 h'])(
  'refuses %j and says what is accepted',
  (text) => {
    expect(() => parseDuration(text)).toThrow(/"2 WD", "4 working hours", "24 h", "15 min", "7 d", or "month end"/);
  },
);
