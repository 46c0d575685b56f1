import type { Case } from '../../src/domain/case.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { Message } from '../../src/domain/message.js';
import type { Obligation } from '../../src/domain/obligation.js';

export const AT = new Date('2026-03-02T01:00:00Z');
export const minutes = (n: number): Date => new Date(AT.getTime() + n * 60_000);

export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    version: 1,
    channel: 'web',
    account: 'default',
    user: 'u1',
    address: {},
    customerId: 'customer-1',
    playbookId: 'travel',
    language: 'zh-CN',
    languageChosen: false,
    control: { by: 'bot' },
    dialog: { greeted: false, insults: 0, said: [], memory: {} },
    asks: [],
    seq: 0,
    recent: [],
    createdAt: AT,
    ...changes,
  } as Conversation;
}

export function aMessage(changes: Partial<Message> = {}): Message {
  return {
    id: 'message-1',
    conversationId: 'conversation-1',
    from: 'customer',
    text: '空调坏了',
    files: [],
    at: AT,
    state: 'received',
    due: AT,
    attempts: 0,
    ...changes,
  };
}

export function anObligation(changes: Partial<Obligation> = {}): Obligation {
  return {
    id: 'case-1/status-update',
    kind: 'status-update',
    caseNumber: '306-2817-5',
    detail: {},
    dueAt: minutes(60),
    state: 'owed',
    order: 1,
    ...changes,
  };
}

export function aCase(changes: Partial<Case> = {}): Case {
  return {
    number: '306-2817-5',
    version: 1,
    playbook: { id: 'travel', hash: 'h1' },
    customerId: 'customer-1',
    conversationId: 'conversation-1',
    language: 'zh-CN',
    kind: 'complaint',
    source: 'guest',
    status: 'open',
    stage: 'classify',
    severity: 'general',
    severityBecause: [],
    openedAt: AT,
    owners: ['service'],
    fields: { content: '导游态度差', phone: '13800138000', order_no: 'TR20260301-88' },
    recused: [],
    extensions: [],
    seenBy: ['role:service'],
    timeline: [],
    effects: [],
    ...changes,
  } as unknown as Case;
}
