import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What the desk counts, in a registry of its own so that two desks in one process do not mix. `owed` is asked at every scrape: how many promises are open. */
export function createMetrics(owed: () => Promise<number>) {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'redress_obligations_owed',
    help: 'Promises that are neither kept nor accounted for',
    registers,
    async collect() {
      this.set(await owed());
    },
  });
  return {
    registry,
    messagesTaken: counter('redress_messages_taken_total', 'Customer messages stored'),
    duplicates: counter('redress_message_duplicates_total', 'Deliveries that had been stored before'),
    repliesSent: counter('redress_replies_sent_total', 'Replies handed to their channel'),
    casesOpened: counter('redress_cases_opened_total', 'Cases opened'),
    httpSeconds: new Histogram({
      name: 'redress_http_request_seconds',
      help: 'Time from a request to the end of its answer',
      labelNames: ['door', 'method', 'status'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
  };
}
