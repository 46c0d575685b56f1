import type { Control, Conversation, OpenAsk } from '../src/domain/conversation.js';
import type { DialogState, Draft, OpenQuestion, StepContext, StepReply, StepResult } from '../src/domain/dialog.js';
import type { ReplyChoice } from '../src/domain/effect.js';
import type { Language } from '../src/domain/language.js';
import type { Phrase, PhraseValue } from '../src/domain/phrase.js';
import { withoutAbsent } from '../src/domain/without-absent.js';
import type { PhraseKey } from './phrases/phrase-keys.js';
import { phrase, type PlaybookKey } from './wording/phrase.js';

/** One step in the making: the state as it changes, what is said and what follows. It lives within one step only. */
export class Turn {
  readonly dialog: DialogState;
  asks: OpenAsk[];
  control: Control;
  language: Language;
  languageChosen: boolean;
  readonly perform: StepResult['perform'] = [];
  readonly effects: StepResult['effects'] = [];
  readonly #sent: StepReply[] = [];
  #reply: StepReply = bubble();

  constructor(
    conversation: Conversation,
    readonly context: StepContext,
    /** The message or event that is answered; unique in the conversation. */
    readonly cause: string,
  ) {
    this.id = conversation.id;
    this.dialog = withoutAbsent(conversation.dialog);
    this.asks = conversation.asks.filter(({ expiresAt }) => !expiresAt || expiresAt > context.now);
    this.control = conversation.control;
    this.language = conversation.language;
    this.languageChosen = conversation.languageChosen;
  }

  /** The conversation's id. */
  readonly id: string;

  get draft(): Draft | undefined {
    return this.dialog.draft;
  }

  get memory(): DialogState['memory'] {
    return this.dialog.memory;
  }

  say(key: PhraseKey | PlaybookKey, values?: Record<string, PhraseValue>): this {
    return this.sayPhrases(phrase(key, values));
  }

  /** The same words are never said twice in one turn. */
  sayPhrases(...phrases: (Phrase | string)[]): this {
    for (const one of phrases) {
      const said = this.#reply.say.some((other) => isSame(other, one));
      if (!said) this.#reply.say.push(one);
    }
    return this;
  }

  get spoke(): boolean {
    return this.#sent.length > 0 || this.#reply.say.length > 0;
  }

  /** The question the customer is left with; choices and the field that a client shows a control for. */
  ask(question: Omit<OpenQuestion, 'choices'>, choices: ReplyChoice[] = [], asks?: StepReply['asks']): this {
    this.dialog.open = { ...question, choices: choices.map(({ id }) => id) };
    this.memory['openAt'] = this.context.now.getTime();
    return this.offer(choices, asks);
  }

  /** Choices without a question of their own. */
  offer(choices: ReplyChoice[], asks?: StepReply['asks']): this {
    const known = this.#reply.choices ?? [];
    const added = choices.filter(({ id }) => !known.some((other) => other.id === id));
    if (known.length + added.length > 0) this.#reply.choices = [...known, ...added];
    if (asks) this.#reply.asks = asks;
    return this;
  }

  /** What the whole reply is, beside its words. */
  mark(of: Pick<Partial<StepReply>, 'receipt' | 'caseNumber' | 'heard' | 'ofDialog' | 'from' | 'author'>): this {
    Object.assign(this.#reply, of);
    return this;
  }

  /** Ends the bubble; what is said next stands in another. */
  cut(): this {
    if (this.#reply.say.length > 0) this.#sent.push(this.#reply);
    this.#reply = bubble();
    return this;
  }

  end(): StepResult {
    this.cut();
    const { dialog, asks, control, language, languageChosen, perform, effects } = this;
    return { dialog, asks, control, language, languageChosen, replies: this.#sent, perform, effects };
  }
}

function isSame(a: Phrase | string, b: Phrase | string): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.key === b.key && JSON.stringify(a.values) === JSON.stringify(b.values);
}

function bubble(): StepReply {
  return { from: 'bot', say: [], ofDialog: true };
}
