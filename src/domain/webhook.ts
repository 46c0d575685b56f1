import { BlockList, isIP } from 'node:net';
import type { Case } from './case.js';

/** What other systems can be told of. */
export const WEBHOOK_EVENTS = ['case.opened', 'case.stage', 'promise.late', 'case.closed', 'survey.answered'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface Webhook {
  id: string;
  url: string;
  events: WebhookEvent[];
  /** Signs what is sent. */
  secret: string;
  createdBy: string;
  createdAt: Date;
}

/** One event for one webhook; the id is `webhook/event key`, so that it is owed once. */
export interface WebhookDelivery {
  id: string;
  webhookId: string;
  event: WebhookEvent;
  body: string;
  state: 'owed' | 'delivered' | 'dead';
  attempts: number;
  /** When it is tried next; absent once it is over. */
  due?: Date;
  at: Date;
  error?: string;
}

export interface WebhookStore {
  create(webhook: Webhook): Promise<void>;
  all(): Promise<Webhook[]>;
  /** False when there is none. */
  remove(id: string): Promise<boolean>;
  /** A no-op for ids that exist. */
  owe(deliveries: WebhookDelivery[]): Promise<void>;
  /** Whose time has come, earliest first. */
  due(now: Date, limit: number): Promise<WebhookDelivery[]>;
  /** Compare-and-set of one that is owed by how often it was tried. */
  update(id: string, attempts: number, changes: Partial<WebhookDelivery>): Promise<boolean>;
  /** A dead one is owed again from now on; false when there is none. */
  revive(id: string, now: Date): Promise<boolean>;
  /** Newest first. */
  of(webhookId: string, limit: number): Promise<WebhookDelivery[]>;
}

export interface CaseEvent {
  key: string;
  event: WebhookEvent;
  data: Record<string, string | number | Date | undefined>;
}

/** What the case's last decision, made at `at`, tells other systems: no words and no name of anybody. */
export function eventsOf(of: Case, at: Date): CaseEvent[] {
  const { number, reopened } = of;
  const now = (then: Date | undefined) => then?.getTime() === at.getTime();
  const about = { number, kind: of.kind, category: of.category, severity: of.severity, stage: of.stage, at };
  const make = (event: WebhookEvent, key: string, more = {}): CaseEvent => ({
    event,
    key: `${number}/${event}/${key}`,
    data: { ...about, ...more },
  });
  const late = of.timeline.flatMap(({ what, at, detail }, n) =>
    what === 'breached' && now(at) ? [make('promise.late', String(n), { clock: String(detail.clock) })] : [],
  );
  const scored =
    of.survey.score !== undefined && of.timeline.some(({ what, at }) => what === 'answer-survey' && now(at));
  return [
    ...(now(of.openedAt) ? [make('case.opened', '0')] : []),
    ...of.course.flatMap(({ stage, at }, n) => (now(at) ? [make('case.stage', String(n), { stage })] : [])),
    ...late,
    ...(of.status === 'closed' && now(of.closedAt) ? [make('case.closed', String(reopened))] : []),
    ...(scored ? [make('survey.answered', String(reopened), { score: of.survey.score })] : []),
  ];
}

const INSIDE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv6');

/** Whether an IP address is of this machine or of a network that is not the public one. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address names a private place by itself, before any look-up. */
export function namesPrivatePlace(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) > 0 ? isPrivateAddress(host) : /(^|\.)(localhost|local|internal)\.?$/i.test(host);
}
