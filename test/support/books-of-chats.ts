import { examine } from '../../src/storage/examine.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { ChatCustomer } from './chat-customer.js';

const MANY = 10_000;

/**
 * What is wrong in the store after customers told their complaints; nothing when all is kept. A sentence for each message
 * lost, each case too many or too few, each reply doubled or missing, each conversation stuck.
 */
export async function wrongIn(
  place: { mongodbUri?: string; dataDir: string },
  customers: ChatCustomer[],
  usual: string[],
): Promise<string[]> {
  const wrong: string[] = [];
  const stores = await openStorage({ ...place, now: () => new Date() });
  try {
    for (const { id, course, number, counts } of customers) {
      const rows = await stores.messages.page(id, 0, MANY);
      const said = rows.filter(({ from }) => from === 'customer');
      if (said.length !== counts.acknowledged)
        wrong.push(`${id}: ${counts.acknowledged} messages acknowledged, ${said.length} stored`);
      if (said.some(({ state }) => state !== 'handled')) wrong.push(`${id}: a message was not handled`);
      if (rows.some(({ seq }, n) => seq !== n + 1)) wrong.push(`${id}: places ${rows.map(({ seq }) => seq).join()}`);
      if (course.join('\n') !== usual.join('\n'))
        wrong.push(`${id}: replies lost or doubled:\n${course.join('\n')}\n  instead of\n${usual.join('\n')}`);
      const conversation = await stores.conversations.find(id);
      const cases = await stores.cases.ofCustomer(conversation!.customerId);
      if (cases.length !== 1 || cases[0]!.number !== number)
        wrong.push(`${id}: told of ${number}, stored ${cases.map((of) => of.number).join()}`);
    }
    const { cases } = await stores.cases.list({ limit: MANY });
    if (cases.length !== customers.length) wrong.push(`${cases.length} cases of ${customers.length} customers`);
  } finally {
    await stores.close();
  }
  const { findings } = await examine(place, new Date());
  for (const { what, where } of findings) wrong.push(`${what}: ${where.join()}`);
  return wrong;
}
