import type { Browser } from 'playwright-core';
import { launch, type Visit } from '../browser.js';
import { LiveDesk } from './live-desk.js';

/** What a customer of the travel procedure says until their case is filed; the fifth answer names who is complained about. */
export const travelStory = (accused = '跳过'): string[] => [
  '导游昨天下午两点把我们扔在翡翠店三个小时',
  '退还当天费用并道歉',
  '我叫王小明，电话 13800138000',
  'TR20260301-88',
  accused,
  '跳过',
];

/** A live desk and a browser for the tests of one block; what `visits` holds is closed after each of them. */
export function deskInBrowser(people: Parameters<typeof LiveDesk.open>[0]) {
  const held: { desk?: LiveDesk; browser?: Browser; visits: Visit[] } = { visits: [] };
  beforeAll(async () => {
    held.desk = await LiveDesk.open(people);
    held.browser = await launch();
  }, 120_000);
  afterEach(async () => {
    for (const { context } of held.visits.splice(0)) await context.close();
  });
  afterAll(async () => {
    await held.browser?.close();
    await held.desk?.close();
  });
  return held as Required<typeof held>;
}
