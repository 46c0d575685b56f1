import { readCaseNumber } from '../../src/domain/case-number.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { Stores } from '../../src/domain/ports.js';
import { offerCode } from '../../src/messaging/continue-elsewhere.js';

const stores = { identities: { putCode: async () => undefined } } as unknown as Stores;
const needs = { stores, now: () => new Date('2026-03-02T01:00:00Z'), secret: 's', link: 'https://x.example' };
const conversation = { id: 'c1', customerId: 'u1' } as Conversation;

test('a code has eight digits, the same cause gives the same one, and none is the number of a case', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 400; n++) codes.push((await offerCode(needs, conversation, `cause ${n}`))['code']!);
  expect(codes.filter((code) => !/^\d{8}$/.test(code))).toEqual([]);
  expect(codes.filter((code) => readCaseNumber(code) !== undefined)).toEqual([]);
  expect(await offerCode(needs, conversation, 'cause 7')).toMatchObject({ code: codes[7] });
  expect(new Set(codes).size).toBeGreaterThan(395);
});
