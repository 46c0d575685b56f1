import { largestSum } from '../../src/domain/demand.js';

describe('the largest sum that a text names', () => {
  it.each([
    ['退还昨天的团费480元', 480],
    ['赔我一万块', 10_000],
    ['赔偿1.2万', 12_000],
    ['要求赔偿三万五', 35_000],
    ['退一万两千八百元', 12_800],
    ['三千八一晚，退一千块', 1000],
    ['refund of 12,500 please', 12_500],
    ['I want CNY back: 300 yuan', 300],
    ['¥8,000', 8000],
    ['退款10000', 10_000],
    ['I demand 9,500', 9500],
    ['给我回电 13800138000', 0],
    ['退款，订单 2026030155871', 0],
    ['电话13800138000', 0],
    ['道歉', 0],
    ['两个人三天', 0],
  ])('%s', (text, sum) => expect(largestSum(text)).toBe(sum));
});
