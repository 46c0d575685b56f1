import type { Field } from '../../src/domain/field.js';
import { answerTo, type Heard } from '../listen.js';
import { PHRASES } from '../phrases/phrase-keys.js';
import type { Turn } from '../turn.js';
import { soundsLikeName } from '../understanding/names.js';
import { isFullName, isNoName } from '../understanding/name-words.js';
import { isNoPlace } from '../understanding/place-words.js';
import { isNameless } from '../understanding/persons.js';
import { plainOf } from '../understanding/reading.js';
import type { Answer } from '../understanding/understood.js';
import { answeredBeside } from './answer-beside.js';
import { classifyDraft } from './classify.js';
import { addEvidence, pass, retellStory, setField, tellStory } from './draft.js';
import { isWhole, nothingTaken, takeFacts, type Taken } from './facts.js';
import { fail, putAside, skip, TIMELY, withoutPhone } from './failures.js';
import { fieldOf, missingFields, partnerOf } from './fields.js';
import { goOn } from './go-on.js';
import { putBack } from './former-value.js';
import { announcesFiles } from './files-announced.js';
import { fileEarly } from './file-early.js';
import { addressBeside } from './keep-address.js';
import { sayNoted } from './noted.js';
import { startMatter } from './start-matter.js';
import { wantsElsewhere } from './reach.js';

/** From so many characters on, words beside an answer belong to the story. */
const WORTH_KEEPING = 6;

/** The message answers the field that is asked, or says something else; either way the intake goes on. */
export function answerField(turn: Turn, heard: Heard): void {
  const field = fieldOf(turn.context.playbook, turn.dialog.open!.field)!;
  const draft = turn.draft!;
  if (field.id === 'content' && !isChange(turn) && heard.choice === undefined) return startMatter(turn, heard);
  if (heard.choice === 'skip' || heard.means.command === 'skip') return skip(turn, field);
  const settled =
    heard.choice === 'chat' ||
    (turn.memory['phoneRefused'] === true &&
      (heard.means.command === 'yes' || HERE.test(heard.text) || NONE.test(heard.text)));
  if (field.id === 'phone' && settled) return withoutPhone(turn);
  if (field.id === 'phone' && wantsElsewhere(heard.text) && !fieldOf(turn.context.playbook, 'email')) {
    const noted = addressBeside(turn, heard.text) !== undefined;
    if (!noted) tellStory(draft, heard.event.id, heard.text, heard.text);
    sayNoted(turn, takeFacts(turn, heard).noted);
    return withoutPhone(turn, noted);
  }
  if (tellsName(turn, heard, field))
    return answerWith(turn, heard, fieldOf(turn.context.playbook, 'name')!, { value: heard.text }, nothingTaken());
  if (field.optional && DONE.test(heard.text)) return skip(turn, field);
  if (heard.choice === 'unknown') return answerUnknown(turn, heard, field, nothingTaken());
  const chosen = field.choices?.find(({ id }) => id === heard.choice);
  if (chosen) return answerWith(turn, heard, field, { value: chosen.id }, nothingTaken());
  addEvidence(draft, heard.event.files);
  if (heard.event.files.length > 0) turn.say('file.taken', { count: heard.event.files.length });
  if (field.type === 'file' && heard.event.files.length > 0) return goOn(turn, takeFacts(turn, heard));
  if (field.type === 'file' && heard.text !== '') return answerWithoutFile(turn, heard, field);
  if (field.id === 'content' && heard.text !== '') return retell(turn, heard);
  if (!isChange(turn) && putBack(turn, heard)) return;
  if (answeredBeside(turn, heard, field)) return;
  if (isNewText(turn, heard, field)) return answerWith(turn, heard, field, { value: heard.text }, nothingTaken());
  const before = draft.fields[field.id];
  const taken = takeFacts(turn, heard);
  const answered = draft.fields[field.id] !== before;
  if (answered || taken.reask || taken.doubt) return keepTheRest(turn, heard, taken, answered);
  if (heard.means.command === 'submit' || heard.means.command === 'file') return fileEarly(turn, field);
  if (field.id === 'phone' && turn.memory['phoneRefused'] === true && !/\d{5}/.test(heard.text)) {
    // Refused once and not given now: nobody is asked a third time.
    tellStory(draft, heard.event.id, heard.text, heard.means.rest);
    sayNoted(turn, taken.noted);
    return withoutPhone(turn);
  }
  answerWithWords(turn, heard, field, taken);
}

/** Told everything: an optional question is passed over. */
const DONE =
  /^(?:就(?:这样|這樣|这些|這些|这么多|這麼多)|[没沒]有?(?:别的|別的|其他)?了|(?:that's|that is|that will be) (?:all|it)|nothing else)[吧了。.!！\s]*$/i;

const NONE = /^(?:无|無|[没沒]有?|不[用留给給了]|none|no|nope|n\/a|nothing)[。.!！\s]*$/i;

/** Offered to be answered in the chat, they say so in words of their own. */
const HERE =
  /(?:这里|這裡|这儿|聊天|线上|線上|对话|對話)(?:联系|聯絡|里|裡)?(?:说|說|回|讲|講|联系|聯絡|就行|就好|吧|可以)|^(?:就|用|在|那)*(?:这里|這裡|聊天|对话|對話|这个|這個)(?:吧|就行|就好)?$|^(?:in |the |this |use |just |keep to )*(?:chat|here)(?: is fine| please)?[.!]?$/i;

const TITLED = /^[\u3400-\u9fff]{1,3}(?:先生|女士|小姐|太太)$/;
/** Asked who was concerned or which firm it was, a name answers that. */
const NAMES_OTHERS = ['accused', 'concerned', 'company', 'merchant', 'dealer', 'branch', 'content'];

/** Asked for something else, they give their name, or the whole of one that was only begun ("姓赵"). */
function tellsName({ draft, context }: Turn, { text, choice, means }: Heard, { id, type }: Field): boolean {
  if (id === 'name' || NAMES_OTHERS.includes(id) || choice !== undefined || means.command !== undefined) return false;
  const others = means.facts.some(({ field }) => field !== id);
  if (others || !fieldOf(context.playbook, 'name') || isNoName(plainOf(text))) return false;
  // Beside a number even two characters are a name; elsewhere they may be anything.
  const said =
    type === 'phone' || TITLED.test(text) ? soundsLikeName(plainOf(text)) : isFullName(text, type === 'datetime');
  if (!said) return false;
  const known = draft!.fields['name'];
  return known === undefined || isWhole(known, text);
}

/** Asked what a text is to be instead, the whole reply is it, whatever could be read out of it. */
function isNewText(turn: Turn, { text, choice, means }: Heard, { id, type, pattern }: Field): boolean {
  const plain = choice === undefined && means.command === undefined && means.corrections.length === 0 && text !== '';
  return isChange(turn) && plain && type === 'text' && pattern === undefined && id !== 'name';
}

/** Words where files were asked: files may come later as well. */
function answerWithoutFile(turn: Turn, heard: Heard, field: Field): void {
  const draft = turn.draft!;
  const taken = takeFacts(turn, heard);
  const { rest, command } = heard.means;
  if (command === undefined && rest.length >= WORTH_KEEPING) tellStory(draft, heard.event.id, rest, rest);
  if (announcesFiles(heard.text)) turn.say('evidence.later');
  pass(draft, field.id);
  goOn(turn, taken);
}

/** Reads what is left of the message as the answer. */
function answerWithWords(turn: Turn, heard: Heard, field: Field, taken: Taken): void {
  const told = taken.noted.length + taken.changed.length > 0;
  if (!told && tellsOnlyOthers(heard, field)) return goOn(turn, taken);
  // Beside facts, what could answer was looked for already.
  const { signs } = heard.means;
  if (told && (signs.includes('corrects') || (field.type === 'text' && !signs.includes('unknown'))))
    return keepTheRest(turn, heard, taken, false);
  if (field.optional && LACKS.test(heard.text)) return lackIt(turn, heard, field);
  const said = heard.text;
  if (said === '' && (told || heard.event.files.length > 0)) return goOn(turn, taken);
  const ofAnother = !PERSONS.includes(field.id) && isNameless(plainOf(heard.text));
  if (ofAnother) return keepTheRest(turn, heard, taken, false);
  if (signs.includes('unknown')) return answerUnknown(turn, heard, field, taken);
  if (signs.includes('corrects') && PERSONS.includes(field.id))
    return fail(turn, heard, field, { invalid: 'text' }, taken);
  // Asked again, whatever they say is what they want.
  if (field.id === 'outcome' && turn.dialog.open!.tries > 0)
    return answerWith(turn, heard, field, { value: said }, taken);
  const plainYesNo = heard.means.command === 'yes' || heard.means.command === 'no';
  if (plainYesNo && field.optional && heard.means.command === 'no') return skip(turn, field);
  if (field.unknownAllowed && heard.means.command === 'no') return answerUnknown(turn, heard, field, taken);
  const nothingSaid = plainYesNo && (field.id === 'name' || heard.means.command === 'yes');
  const answer: Answer = nothingSaid && field.type === 'text' ? { invalid: 'text' } : answerTo(field, said, turn);
  if ('value' in answer && !('invalid' in answer)) return answerWith(turn, heard, field, answer, taken);
  // Sent again as it was: taken as it is, whatever it should look like.
  const mayInsist = answer.invalid === 'pattern' || (answer.invalid === 'text' && !nothingSaid);
  const insists = mayInsist && turn.dialog.open!.detail?.['said'] === said;
  if (insists) return answerWith(turn, heard, field, { value: said }, taken);
  const partner = partnerOf(field, missingFields(turn.draft!, turn.context.playbook));
  if (partner && !told && answersPartner(turn, heard, field, partner))
    return answerWith(turn, heard, partner, { value: heard.text }, taken);
  fail(turn, heard, field, answer, taken);
}

const FEW_WORDS = { han: 12, latin: 40 };

/** Both were asked in one breath, and a few words answer the half that takes any words ("front desk"). */
function answersPartner({ draft, dialog }: Turn, { text, means }: Heard, field: Field, partner: Field): boolean {
  if (field.type !== 'datetime' || partner.type !== 'text' || partner.pattern !== undefined) return false;
  const few = text.length <= (/\p{Script=Han}/u.test(text) ? FEW_WORDS.han : FEW_WORDS.latin);
  const plain = means.signs.length === 0 && means.command === undefined && means.alarms.length === 0;
  if (partner.id === 'place' && isNoPlace(plainOf(text))) return false;
  return dialog.open!.tries === 0 && draft!.asked.includes(partner.id) && few && plain && !TIMELY.test(text);
}

/** Nothing was said but what is known of another field; a room may be the place as well, a time is no wish and no name. */
function tellsOnlyOthers({ means }: Heard, { id }: Field): boolean {
  if (PERSONS.includes(id)) {
    return means.rest === '' && means.facts.length > 0 && means.facts.every(({ field }) => NO_PERSON.includes(field));
  }
  if (id !== 'outcome' && id !== 'name') return false;
  return means.rest === '' && means.facts.length > 0 && means.facts.every(({ field }) => field !== id);
}

const PERSONS = ['accused', 'concerned'];

/** What describes nobody. */
const NO_PERSON = ['occurred_at', 'phone', 'email', 'amount', 'order_no'];

/** They have no order number, no room: what else they say of it is kept. */
const LACKS =
  /^(?:我|我们|这个|還|还)?(?:没有?|沒有?|无|無|找不到)(?:.{0,3}[号號码碼])(?:$|[\s,，。])|^(?:i|we) (?:don't|do not) have (?:one|it|any|an?\b)|^(?:there is |there's )?no (?:order |room )?number\b/i;

function lackIt(turn: Turn, heard: Heard, field: Field): void {
  const { rest } = heard.means;
  if (rest.length >= WORTH_KEEPING) tellStory(turn.draft!, heard.event.id, rest, '');
  skip(turn, field);
}

/** Not to know it is an answer where the procedure says so; elsewhere it goes on without. */
function answerUnknown(turn: Turn, heard: Heard, field: Field, taken: Taken): void {
  if (!field.unknownAllowed) return putAside(turn, field);
  const inWords = heard.means.signs.includes('unknown');
  const value = inWords ? heard.text : PHRASES[turn.language]['choice.unknown'];
  answerWith(turn, heard, field, { value }, taken);
}

/** The story told anew, as it is: nothing is read out of it, since what it told before stands. */
function retell(turn: Turn, heard: Heard): void {
  retellStory(turn.draft!, heard.event.id, heard.text);
  classifyDraft(turn, heard);
  goOn(turn, { noted: [], changed: ['content'] });
}

function answerWith(
  turn: Turn,
  heard: Heard,
  field: Field,
  answer: { value: string; vague?: boolean },
  taken: Taken,
): void {
  setField(turn.draft!, field.id, answer.value, heard.event.id, answer.vague);
  if (field.id === 'outcome' && heard.means.signs.includes('asks-promise')) turn.say('repair.promise');
  const list = isChange(turn) ? 'changed' : 'noted';
  goOn(turn, { ...taken, [list]: [...taken[list], field.id] });
}

/** What was said beside the answer goes to the story. */
function keepTheRest(turn: Turn, heard: Heard, taken: Taken, answered: boolean): void {
  const draft = turn.draft!;
  const { rest, signs } = heard.means;
  const own = answered ? draft.fields[turn.dialog.open!.field!] : undefined;
  const worth = draft.urgent ? 1 : WORTH_KEEPING;
  const kept = rest.length >= worth && rest !== own && !signs.includes('insult');
  if (kept) {
    // A question for a promise is answered here, and kept, but is no part of what is read back.
    tellStory(draft, heard.event.id, rest, signs.includes('asks-promise') ? '' : rest);
    classifyDraft(turn, heard);
  }
  if (signs.includes('asks-promise')) turn.say('repair.promise');
  else if (kept && !taken.doubt && !taken.reask && taken.noted.length + taken.changed.length === 0)
    turn.say('story.added');
  goOn(turn, taken);
}

/** Whether the open question was put because the customer wanted a change. */
function isChange(turn: Turn): boolean {
  return turn.dialog.open?.detail?.['change'] !== undefined;
}
