import { choices as phraseChoices, chosenByWords, namedChoice } from '../../../dialogs/choices.js';
import { setField, tellStory } from '../../../dialogs/intake/draft.js';
import { fieldOf, missingFields, pointedAt } from '../../../dialogs/intake/fields.js';
import { shownFact, shownLines } from '../../../dialogs/intake/shown.js';
import { maskSecrets, readAnswer, understand, type Understood } from '../../../dialogs/understanding/understand.js';
import type { Draft } from '../../../src/domain/dialog.js';
import type { Language } from '../../../src/domain/language.js';
import type { Asks, Choice } from '../../../src/domain/message.js';
import type { Phrase } from '../../../src/domain/phrase.js';
import type { Playbook } from '../../../src/domain/playbook.js';
import { PeerWording } from './peer-wording.js';

/** A customer's message as a peer gets it. */
export interface Incoming {
  id: string;
  conversation: string;
  text: string;
  choice?: string;
  language: Language;
  at: Date;
}

/** What a peer says: a question with what a client shows beside it, or words alone. */
export interface Saying {
  text: string;
  asks?: Asks;
  choices?: Choice[];
}

/** A message that was read, once: what it means, and which fields it filled. */
export interface Heard extends Incoming {
  means: Understood;
  noted: string[];
}

const CATEGORY = 'category';
export const SUBMIT = 'submit';

/**
 * The intake as both peers hold it: the desk's own procedure, questions in the desk's order, its reading of words, checks,
 * classifier and phrases. Which question comes when, and what is remembered between messages, is the framework's.
 * Left out, so that the peers are the cheaper for it: words of comfort, a matter told in the first message, two questions at
 * once, doubts between two readings, alarms, other languages, files, cases filed before, and filing itself.
 */
export class PeerIntake {
  /** In the order of asking; a question whose answer is known is passed over. */
  readonly questions: string[];
  readonly #wording: PeerWording;

  constructor(
    private readonly playbook: Playbook,
    private readonly categoryOf: (text: string) => string | undefined,
  ) {
    this.#wording = new PeerWording(playbook);
    const optional = playbook.fields.flatMap(({ id, optional }) => (optional ? [id] : []));
    this.questions = [...missingFields(this.begin(new Date()), playbook).map(({ id }) => id), CATEGORY, ...optional];
  }

  begin(at: Date): Draft {
    const { id, hash } = this.playbook;
    const kind = this.playbook.kinds[0]!.id;
    const told = { fields: {}, story: [], vague: {}, passed: [], asked: [], evidence: [], sources: {} };
    return { playbook: { id, hash }, kind, ...told, startedAt: at, lastAt: at };
  }

  /** Reads a message: facts and corrections are taken into the draft. */
  hear(message: Incoming, draft: Draft): Heard {
    const { text } = maskSecrets(message.text);
    const { fields, calendar, region } = this.playbook;
    const { language, at: now, id } = message;
    const open = draft.asked.at(-1);
    const means = understand(text, {
      ...{ now, zone: calendar.zone, language, region },
      ...{ fields, open, filled: draft.fields },
    });
    const noted: string[] = [];
    for (const { field, value, vague } of means.corrections) {
      if (field === CATEGORY) delete draft.category;
      else if (value === undefined) delete draft.fields[field];
      else if (fieldOf(this.playbook, field)) setField(draft, field, value, id, vague);
      noted.push(field);
    }
    for (const { field, value, vague, sure } of means.facts) {
      const replaces = draft.fields[field] === undefined || field === open || means.signs.includes('corrects');
      if (!sure || !replaces || field === 'content' || draft.fields[field] === value) continue;
      setField(draft, field, value, id, vague);
      noted.push(field);
    }
    return { ...message, text: text.trim(), means, noted };
  }

  /** Takes a message as the answer to a question; says what is wrong with it when it is none. */
  answer(question: string, heard: Heard, draft: Draft): Saying | undefined {
    if (question === CATEGORY) return this.#chooseCategory(heard, draft);
    if (heard.noted.includes(question)) return undefined;
    const field = fieldOf(this.playbook, question)!;
    const { text, choice, means, id, language } = heard;
    if (question === 'content' && text !== '') {
      tellStory(draft, id, text, means.rest || text);
      draft.category = this.categoryOf(draft.fields['content']!);
      return undefined;
    }
    if (field.optional && (choice === 'skip' || means.command === 'skip')) return void draft.passed.push(question);
    if (field.unknownAllowed && choice === 'unknown')
      return void setField(draft, question, this.#wording.words({ key: 'choice.unknown' }, heard), id);
    const { fields, calendar, region } = this.playbook;
    const read = readAnswer(text, field, {
      now: heard.at,
      zone: calendar.zone,
      language,
      region,
      fields,
      open: question,
    });
    if ('invalid' in read)
      return { ...this.#question(question, draft, heard), text: this.#wording.wrong(read, field, heard) };
    setField(draft, question, read.value, id, read.vague);
    heard.noted.push(question);
    return undefined;
  }

  #chooseCategory({ choice, text, ...heard }: Heard, draft: Draft): Saying | undefined {
    const ids = this.playbook.categories.map(({ id }) => id);
    const chosen = choice ?? chosenByWords(text, ids, this.playbook);
    if (chosen === undefined || !ids.includes(chosen))
      return { text: this.#wording.words({ key: 'invalid.choice' }, heard) };
    draft.category = chosen;
    return undefined;
  }

  /** What is to be asked next; nothing when everything is known. */
  next(draft: Draft): string | undefined {
    const missing = missingFields(draft, this.playbook)[0]?.id;
    if (missing !== undefined) return missing;
    return draft.category === undefined ? CATEGORY : pointedAt(draft, this.playbook)?.id;
  }

  /** The question, after what was noted. */
  ask(question: string, draft: Draft, heard: Heard): Saying {
    draft.asked = [...draft.asked.filter((id) => id !== question), question];
    return this.#question(question, draft, heard);
  }

  #question(question: string, draft: Draft, heard: Heard): Saying {
    const noted = this.playbook.fields.filter(({ id }) => heard.noted.includes(id) && draft.fields[id] !== undefined);
    const facts = noted.map((field) => shownFact(field, draft, this.playbook));
    const taken: Phrase[] = facts.length > 0 ? [{ key: 'taken', values: { facts: { list: facts } } }] : [];
    if (question === CATEGORY) {
      const offered = this.playbook.categories.map((one) => namedChoice(one, heard.language));
      return {
        text: this.#wording.words([...taken, { key: 'category.ask' }], heard),
        choices: this.#wording.choices(offered, heard),
        asks: { field: CATEGORY, type: 'choice', optional: false },
      };
    }
    const field = fieldOf(this.playbook, question)!;
    const offered = phraseChoices(...(field.unknownAllowed ? ['unknown'] : []), ...(field.optional ? ['skip'] : []));
    return {
      text: this.#wording.words([...taken, ...this.#wording.questionOf(field, heard)], heard),
      ...(offered.length > 0 && { choices: this.#wording.choices(offered, heard) }),
      asks: { field: question, type: field.type, optional: field.optional },
    };
  }

  greet(draft: Draft, heard: Heard): Saying {
    const values = { company: { texts: this.playbook.company } };
    return { ...this.ask('content', draft, heard), text: this.#wording.words({ key: 'greeting', values }, heard) };
  }

  /** Everything as it was understood; only `submit` ends it. */
  readBack(draft: Draft, heard: Heard): Saying {
    const values = { lines: { lines: shownLines(draft, this.playbook) } };
    const signed = ['readback.sign', 'readback.change'].map((key) => ({ key }));
    const said = this.playbook.signed ? [{ key: 'readback.lines', values }, ...signed] : { key: 'readback', values };
    const choices = this.#wording.choices(phraseChoices(SUBMIT, 'edit', 'cancel'), heard);
    return { text: this.#wording.words(said, heard), choices };
  }

  /** What a message asks for whatever question is open; the question stays, or with `restart` begins anew. */
  interruption({ means: { command }, ...heard }: Heard): { saying: Saying; restart?: boolean } | undefined {
    const said = (key: string) => ({ text: this.#wording.words({ key }, heard) });
    if (command === 'help') return { saying: said('help') };
    if (command === 'agent') return { saying: said('agent.calling') };
    if (command === 'restart') return { saying: said('restart.done'), restart: true };
    return command === 'cancel' ? { saying: said('cancel.done'), restart: true } : undefined;
  }

  thanks(heard: Heard): Saying {
    return { text: this.#wording.words({ key: 'receipt.saving' }, heard) };
  }
}
