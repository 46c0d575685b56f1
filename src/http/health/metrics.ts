import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the desk counts, in a registry of its own so that two desks in one process do not mix. */
export class Metrics {
  readonly registry = new Registry();
  readonly messagesTaken = this.#counter('redress_messages_taken_total', 'Customer messages stored');
  readonly duplicates = this.#counter('redress_message_duplicates_total', 'Deliveries that had been stored before');
  readonly repliesSent = this.#counter('redress_replies_sent_total', 'Replies handed to their channel');
  readonly casesOpened = this.#counter('redress_cases_opened_total', 'Cases opened');
  readonly httpSeconds = new Histogram({
    name: 'redress_http_request_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['door', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  /** `owed` counts the promises that are open; asked at every scrape. */
  constructor(owed: () => Promise<number>) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'redress_obligations_owed',
      help: 'Promises that are neither kept nor accounted for',
      registers: [this.registry],
      async collect() {
        this.set(await owed());
      },
    });
  }

  #counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }
}
