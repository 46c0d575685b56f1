import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeConnector } from '../support/vendors/fake-connector.js';
import { FakeTelegram } from '../support/vendors/fake-telegram.js';
import { TestDesk } from '../support/test-desk.js';

const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]),
  Buffer.alloc(500),
]);
const STORY =
  '昨天下午三点导游把我们扔在购物店三个小时，态度特别差。订单TR20260301-88，我叫王小明，电话13800138000，要求退当天的费用并道歉';
const DAY = 24 * 60;

/** One customer in a vendor's app. */
interface Customer {
  says(text: string): Promise<unknown>;
  presses(choice: string): Promise<unknown>;
  sendsPhoto(): Promise<unknown>;
  /** The first message that matches and has not been read yet; answers the ids of its buttons. */
  reads(pattern: RegExp): Promise<string[]>;
  vendorStops(): Promise<void>;
}

/** What does not come is told with what came instead. */
async function within<T>(awaited: Promise<T>, missing: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>(
    (_resolve, reject) => (timer = setTimeout(() => reject(new Error(`nothing like ${missing()}`)), 60_000)),
  );
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function onTelegram(): Promise<{ env: Record<string, string>; customer: Customer }> {
  const fake = await FakeTelegram.start();
  let read = 0;
  const env = { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.root, PORT: String(await freePort()) };
  const customer: Customer = {
    says: (text) => fake.says(7, text),
    presses: (choice) => fake.presses(7, choice),
    sendsPhoto: () => fake.sendsPhoto(7, JPEG),
    async reads(pattern) {
      const found = await within(
        fake.heard(7, pattern, read),
        () => `${pattern}; read so far: ${fake.sent.map(({ text }) => text).join(' | ')}`,
      );
      read = fake.sent.indexOf(found) + 1;
      return found.buttons.map(({ callback_data }) => callback_data);
    },
    vendorStops: () => fake.stop(),
  };
  return { env, customer };
}

async function onBotFramework(): Promise<{ env: Record<string, string>; customer: Customer }> {
  const fake = await FakeConnector.start();
  let read = 0;
  const port = await freePort();
  const bot = `http://127.0.0.1:${port}`;
  const customer: Customer = {
    says: (text) => fake.says(bot, 'chat-1', text),
    presses: (choice) => fake.presses(bot, 'chat-1', { choice }, choice),
    sendsPhoto: () => fake.sendsPhoto(bot, 'chat-1', JPEG),
    async reads(pattern) {
      const found = await within(
        fake.heard('chat-1', pattern, read),
        () => `${pattern}; read so far: ${fake.received.map(({ text }) => text).join(' | ')}`,
      );
      read = fake.received.indexOf(found) + 1;
      return found.choices.map(({ value }) => (value as { choice: string }).choice);
    },
    vendorStops: () => fake.stop(),
  };
  return { env: { PORT: String(port), HOST: '127.0.0.1' }, customer };
}

test.each([
  ['Telegram', onTelegram],
  ['the Bot Framework', onBotFramework],
])(
  'a complaint in %s is filed, worked, closed, asked about, and opened again by a score of 1, with a restart in the middle',
  async (_vendor, open) => {
    const { env, customer } = await open();
    const desk = await new TestDesk('travel', { listen: true }, env, true).open();
    const view = async () =>
      (await desk.app.desk.caseView((await desk.app.desk.caseNumbers())[0]!)) as Record<string, unknown> & {
        evidence: unknown[];
        survey: { score?: number };
      };
    const staff = async (by: string, verb: string, args: Record<string, unknown>) => {
      const number = (await desk.app.desk.caseNumbers())[0]!;
      expect(await desk.app.desk.operate({ by, verb, args, number })).toMatchObject({ ok: true });
    };
    try {
      await desk.hire('li', ['service']);
      await desk.hire('wang', ['service']);
      await desk.hire('sun', ['department-head']);

      await customer.says(STORY);
      await customer.reads(/抱歉/);
      await customer.sendsPhoto();
      for (
        let offered = await customer.reads(/收到/);
        !offered.includes('submit');
        offered = await customer.reads(/./)
      ) {
        await customer.presses(offered.includes('service_attitude') ? 'service_attitude' : 'skip');
      }
      await customer.presses('submit');
      await customer.reads(/投诉编号 \d{3}-\d{4}-\d/);
      expect(await view()).toMatchObject({ stage: 'classify', status: 'open' });
      expect((await view()).evidence).toHaveLength(1);

      await desk.restart();

      await staff('li', 'classify', { category: 'service_attitude', nature: 'valid', severity: 'general' });
      await staff('sun', 'assign', { to: 'wang' });
      await staff('wang', 'record-finding', { cause: '导游擅自加点', responsible: '带团导游' });
      await staff('wang', 'propose-remedy', { kind: 'refund', amount: 480 });
      await staff('sun', 'approve', {});
      await staff('wang', 'carry-out-remedy', {});
      await staff('wang', 'add-action', { kind: 'preventive', what: '抽查行车记录' });
      await staff('li', 'inform-customer', { text: '导游擅自加点属实，480元已退回' });
      await customer.reads(/480元已退回/);
      await customer.reads(/接受/);
      await customer.presses('accept');
      await customer.reads(/已记下您接受|处理完/);
      await desk.app.idle();
      expect(await view()).toMatchObject({ status: 'closed', acceptance: 'accepted' });

      await desk.pass(2 * DAY);
      await customer.reads(/很不满意/);
      await customer.presses('1');
      await customer.reads(/哪里没做好/);
      await customer.says('钱到现在也没有退回来');
      await customer.reads(/重新处理/);
      expect(await view()).toMatchObject({
        status: 'open',
        stage: 'investigation',
        reopened: 1,
        owner: 'li',
        survey: { score: 1 },
      });
    } finally {
      await desk.close();
      await customer.vendorStops();
    }
  },
  180_000,
);
