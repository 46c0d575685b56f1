import { TestDesk } from './test-desk.js';

export const STORY =
  '昨天下午三点导游把我们扔在购物店三个小时，态度特别差。订单TR20260301-88，我叫王小明，13800138000，要求退当天的费用并道歉';

/** A running desk that holds one case with a file, opened by a customer through the chat. */
export async function deskWithCase(desk = new TestDesk('travel')): Promise<{ desk: TestDesk; number: string }> {
  await desk.open();
  await desk.hire('li', ['service']);
  for (const [id, what] of Object.entries({ m1: { text: STORY }, m2: { choice: 'skip' }, m3: { choice: 'submit' } })) {
    await desk.channel.take('guest', what, 'zh-CN', id);
    await desk.app.idle();
  }
  const [number] = await desk.app.desk.caseNumbers();
  return { desk, number: number! };
}
