import { setTimeout as pause } from 'node:timers/promises';
import { wrongIn } from '../support/books-of-chats.js';
import { ChatCustomer } from '../support/chat-customer.js';
import { DeskProcess, freePort } from '../support/desk-process.js';
import { onEachEngine, onMongodb } from '../support/each-place.js';

const SOAK = Boolean(process.env.SOAK);
const CUSTOMERS = SOAK ? 25 : 6;
const KILLS = SOAK ? 25 : 3;
const MOST_MS = SOAK ? 1_800_000 : 240_000;

/** The course of one customer whom nothing disturbs. */
async function usualCourse(desk: DeskProcess): Promise<{ first: ChatCustomer; usual: string[] }> {
  const first = new ChatCustomer(
    () => [desk.url],
    0,
    () => false,
  );
  await first.tell();
  return { first, usual: first.course };
}

const sum = (customers: ChatCustomer[], of: (customer: ChatCustomer) => number) =>
  customers.reduce((total, customer) => total + of(customer), 0);

function report(title: string, customers: ChatCustomer[], lines: string[]): void {
  const longest = Math.max(...customers.map(({ longestWait }) => longestWait));
  console.log(
    [
      title,
      ...lines,
      `${sum(customers, ({ counts }) => counts.acknowledged)} turns, ${sum(customers, ({ counts }) => counts.duplicates)} duplicates fed, ${sum(customers, ({ counts }) => counts.refused)} answers of 503: lost 0, doubled 0; longest wait for an answer ${Math.round(longest)} ms`,
    ].join('\n'),
  );
}

onEachEngine(
  'a process killed at random points under load, and started again, keeps its books',
  async (place) => {
    const desk = new DeskProcess(await freePort(), place.env);
    await desk.start();
    const { first, usual } = await usualCourse(desk);
    const customers = Array.from(
      { length: CUSTOMERS },
      (_, n) =>
        new ChatCustomer(
          () => [desk.url],
          n + 1,
          () => Math.random() < 0.3,
        ),
    );
    const telling = Promise.all(customers.map((customer) => customer.tell()));
    let over = false;
    const ended = telling.finally(() => (over = true));
    const lines: string[] = [];
    for (let n = 0; n < KILLS && !over; n += 1) {
      await Promise.race([pause(150 + Math.random() * 600), ended]);
      if (over) break;
      const posting = sum(customers, ({ inFlight }) => inFlight);
      const waiting = sum(customers, (customer) => Number(customer.waiting));
      await desk.kill();
      lines.push(`kill ${n + 1}: ${posting} deliveries in flight, ${waiting} acknowledged and not yet answered`);
      await desk.start();
    }
    await ended;
    expect(lines.length).toBeGreaterThan(0);
    const stopped = await desk.stop();
    expect({ ...stopped, inTime: stopped.ms < 10_000 }).toMatchObject({ code: 0, inTime: true });
    expect(await wrongIn(place, [first, ...customers], usual)).toEqual([]);
    report(`${lines.length} kills`, customers, lines);
  },
  MOST_MS,
);

onMongodb(
  'two processes that are fed the same deliveries answer each once; what one leaves in mid-turn the other takes over',
  async (place) => {
    const desks = await Promise.all([freePort(), freePort()]).then((ports) =>
      ports.map((port) => new DeskProcess(port, place.env)),
    );
    const [one, two] = desks as [DeskProcess, DeskProcess];
    await one.start();
    await two.start();
    let up = [one.url, two.url];
    const first = new ChatCustomer(
      () => [one.url],
      0,
      () => false,
    );
    await first.tell();
    const customers = Array.from(
      { length: CUSTOMERS },
      (_, n) =>
        new ChatCustomer(
          () => up,
          n + 1,
          () => Math.random() < 0.3,
        ),
    );
    const telling = Promise.all(customers.map((customer) => customer.tell()));
    await pause(1500);
    const waiting = sum(customers, (customer) => Number(customer.waiting));
    await one.kill();
    up = [two.url];
    await telling;
    expect(Math.max(...customers.map(({ longestWait }) => longestWait))).toBeLessThan(10_000 + 5000);
    await two.stop();
    expect(await wrongIn(place, [first, ...customers], first.course)).toEqual([]);
    report('two processes', customers, [`one killed with ${waiting} acknowledged and not yet answered`]);
  },
  MOST_MS,
);
