import { createDialogs } from '../../dialogs/dialog-manager.js';
import { rewordingsOf } from '../../dialogs/wording/rewordings-of.js';
import { word } from '../../dialogs/wording/word.js';
import type { Case } from '../../src/domain/case.js';
import type { Classification } from '../../src/domain/classification.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { DialogEvent, StepContext, StepReply, StepResult } from '../../src/domain/dialog.js';
import type { Language } from '../../src/domain/language.js';
import type { InboundFile } from '../../src/domain/message.js';
import type { Playbook } from '../../src/domain/playbook.js';
import { fromLocal } from '../../src/domain/working-time.js';
import { sampleCase } from './dialog-case.js';

const dialogs = createDialogs();

/** What the test's classifier knows: the first word that is found in the text decides. */
export type Opinion = [word: string, label: string][];

export interface ChatOptions {
  playbook: Playbook;
  language?: Language;
  now?: string;
  opinions?: Opinion;
  kinds?: Opinion;
  cases?: Case[];
  staffed?: boolean;
  push?: boolean;
  number?: string;
  promised?: string;
  privacyLink?: string;
}

/** One customer's chat with the dialogs alone: operations succeed at once, time is the test's. */
export class Chat {
  conversation: Conversation;
  now: Date;
  cases: Case[];
  last!: StepResult;
  /** Every bubble since the last act, in words. */
  said: string[] = [];
  replies: StepReply[] = [];
  readonly performed: StepResult['perform'] = [];
  readonly effects: StepResult['effects'] = [];
  /** Refuses this verb the next time. */
  refuse?: { verb: string; code: string };
  saidToAgent: StepContext['saidToAgent'] = [];
  #n = 0;

  constructor(readonly options: ChatOptions) {
    const { playbook, language = 'zh-CN', now = '2026-03-02 09:05' } = options;
    this.now = fromLocal(now, playbook.calendar.zone);
    this.cases = options.cases ?? [];
    this.conversation = {
      id: 'c1',
      version: 1,
      channel: 'web',
      account: 'default',
      user: 'u1',
      address: {},
      customerId: 'u1',
      playbookId: playbook.id,
      language,
      languageChosen: false,
      control: { by: 'bot' },
      dialog: { greeted: false, insults: 0, said: [], memory: {} },
      asks: [],
      seq: 0,
      recent: [],
      createdAt: this.now,
    };
  }

  at(local: string): this {
    this.now = fromLocal(local, this.options.playbook.calendar.zone);
    return this;
  }

  say(text: string, more: { files?: InboundFile[]; edits?: string; id?: string } = {}): this {
    return this.#act({
      type: 'message',
      id: more.id ?? `m${++this.#n}`,
      text,
      files: more.files ?? [],
      edits: more.edits,
      at: this.now,
    });
  }

  choose(choice: string): this {
    return this.#act({ type: 'message', id: `m${++this.#n}`, text: '', choice, files: [], at: this.now });
  }

  send(...names: string[]): this {
    const files = names.map((name) => ({ fileId: name, name, type: 'image/png', size: 9, sha256: name }));
    return this.say('', { files });
  }

  event(event: DialogEvent): this {
    return this.#act(event);
  }

  /** The words of the last act. */
  get text(): string {
    return this.said.join('\n');
  }

  get choices(): string[] {
    return this.replies.flatMap(({ choices = [] }) => choices.map(({ id }) => id));
  }

  get labels(): string[] {
    return this.replies.flatMap(({ choices = [] }) => choices.map(({ label }) => this.#word([label])));
  }

  get asks(): string | undefined {
    return this.replies.findLast(({ asks }) => asks)?.asks?.field;
  }

  get draft() {
    return this.conversation.dialog.draft;
  }

  #act(event: DialogEvent): this {
    this.said = [];
    this.replies = [];
    this.#step(event);
    return this;
  }

  #step(event: DialogEvent): void {
    const before = JSON.stringify(this.conversation);
    const result = dialogs.step(this.conversation, event, this.#context());
    if (JSON.stringify(this.conversation) !== before) throw new Error('the step changed its argument');
    this.last = result;
    const { dialog, asks, control, language, languageChosen } = result;
    this.conversation = {
      ...this.conversation,
      version: this.conversation.version + 1,
      dialog,
      asks,
      control,
      language,
      languageChosen,
    };
    this.replies.push(...result.replies);
    this.said.push(...result.replies.map(({ say }) => this.#word(say)));
    this.effects.push(...result.effects);
    result.perform.forEach((one, n) => this.#perform(one, `${this.conversation.version}/p${n}`));
  }

  #perform(one: StepResult['perform'][number], key: string): void {
    this.performed.push(one);
    const { verb } = one;
    if (this.refuse?.verb === verb) {
      const refusal = { code: this.refuse.code, message: '' };
      this.refuse = undefined;
      return this.#step({ type: 'result', key, verb, refusal });
    }
    if (verb === 'open-case') {
      const { kind, category, text, fields } = one.args as {
        kind: string;
        category?: string;
        text: string;
        fields: Record<string, string>;
      };
      const number = this.options.number ?? '306-2817-5';
      this.cases = [
        sampleCase({ number, kind, category, fields: { ...fields, content: text }, openedAt: this.now }),
        ...this.cases,
      ];
    }
    if (verb === 'reopen') this.#becomes(one.caseNumber ?? '', 'open');
    if (verb === 'withdraw') this.#tellOf(one.caseNumber ?? '', key);
    const of = this.cases.find(({ number }) => number === one.caseNumber) ?? this.cases[0];
    this.#step({ type: 'result', key, verb, case: of });
  }

  #becomes(number: string, status: Case['status']): void {
    this.cases = this.cases.map((of) => (of.number === number ? { ...of, status } : of));
  }

  /** Cases that end tell their customer themselves. */
  #tellOf(number: string, key: string): void {
    this.#becomes(number, 'withdrawn');
    const say = [{ key: 'closed.withdrawn', values: { number } }];
    this.#step({
      type: 'told',
      telling: { kind: 'tell', key: `${key}/t`, caseNumber: number, conversationId: 'c1', from: 'bot', say },
    });
  }

  #context(): StepContext {
    const {
      playbook,
      opinions = [],
      kinds = [],
      staffed = true,
      push = true,
      promised = '2026-03-05 10:00',
    } = this.options;
    return {
      now: this.now,
      playbook,
      classify: (text, axis) =>
        axis === 'category' ? opine(text, opinions, playbook.categories) : opine(text, kinds, playbook.kinds),
      cases: this.cases.map((of) => ({ case: of, playbook })),
      staffed,
      saidToAgent: this.saidToAgent,
      promisedBy: () => fromLocal(promised, playbook.calendar.zone),
      privacyLink: this.options.privacyLink,
      linkOf: (number) => `https://x.example/case/${number}`,
      channel: { push, files: true },
    };
  }

  #word(say: StepReply['say']): string {
    const { playbook } = this.options;
    return word(say, this.conversation.language, {
      zone: playbook.calendar.zone,
      now: this.now,
      overrides: rewordingsOf(playbook),
    });
  }
}

function opine(text: string, opinions: Opinion, labels: { id: string }[]): Classification {
  const found = opinions.find(([word]) => text.includes(word));
  const best = found?.[1] ?? labels[0]?.id ?? '';
  const rest = labels.filter(({ id }) => id !== best).map(({ id }) => ({ label: id, probability: 0.05 }));
  return {
    ranked: [{ label: best, probability: found ? 0.9 : 0.3 }, ...rest],
    sure: found !== undefined,
    words: found ? [found[0]] : [],
  };
}
