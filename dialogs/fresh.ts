import { choice, choices } from './choices.js';
import { askCategory, askContent } from './intake/ask.js';
import { foundCategory } from './intake/classify.js';
import { addEvidence, beginDraft, tellStory } from './intake/draft.js';
import { announcesFiles } from './intake/files-announced.js';
import { startMatter } from './intake/start-matter.js';
import { takeStory } from './intake/story.js';
import { listen, type Heard } from './listen.js';
import { addFiles } from './asks/add-files.js';
import { callPerson, callQuietly } from './person.js';
import type { PhraseKey } from './phrases/phrase-keys.js';
import { askWhichFirst } from './several.js';
import { latestOpen, stageLabel, type KnownCase } from './status/case-words.js';
import { tellCase, tellOwner } from './status/status.js';
import {
  isAddition,
  isInsultOnly,
  asksPromise,
  isMoodMostly,
  isMoodOnly,
  isOneWord,
  isOnly,
  isPlainQuestion,
  isPraise,
  isShort,
} from './small-talk.js';
import type { Turn } from './turn.js';
import type { Sign } from './understanding/understood.js';
import { phrase } from './wording/phrase.js';

/** A message while nothing is being taken down: small talk is answered, a matter begins a draft, a word on a filed case joins it. */
export function answerFresh(turn: Turn, heard: Heard): void {
  const { signs, facts, caseNumber, rest } = heard.means;
  const is = (sign: Sign) => signs.includes(sign);
  const { dialog } = turn;
  const filed = latestOpen(turn.context.cases);
  const first = !dialog.greeted;
  dialog.greeted = true;
  if (heard.event.files.length > 0 && heard.text === '') return takeFilesAlone(turn, heard);
  if (caseNumber !== undefined && rest.length <= caseNumber.length) {
    return tellCase(
      turn,
      turn.context.cases.find(({ case: of }) => of.number === caseNumber),
    );
  }
  const bare = facts.length === 0 && heard.event.files.length === 0;
  if (is('emoji-only') || heard.event.sticker) {
    if (is('happy-emoji') && !is('angry-emoji')) return void turn.say('praise');
    return askWhat(turn, is('angry-emoji') ? 'repair.emoji' : 'repair.bare');
  }
  if (/^[\p{P}\p{S}\s]*$/u.test(heard.text)) return first ? greet(turn) : askWhat(turn, 'repair.bare');
  if (is('other-language')) return takeForeign(turn, heard);
  if (is('pinyin')) return takePinyin(turn, heard);
  if (bare && isOnly(heard, 'greeting')) return first || filed ? greet(turn) : askWhat(turn, 'welcome.back');
  if (bare && is('thanks') && isShort(heard) && !is('dissatisfied')) return void turn.say('thanks');
  const aboutPeople = facts.every(({ field }) => field === 'accused' || field === 'concerned');
  if (aboutPeople && heard.event.files.length === 0 && isPraise(heard)) return void turn.say('praise');
  if (bare && filed && NOTED.test(heard.text)) return void turn.say('praise');
  if (DENIES.test(heard.text)) return askWhichKind(turn, heard);
  if (bare && is('complaint-word')) return askWhat(turn, 'repair.bare');
  if (bare && isInsultOnly(heard)) return hearInsult(turn);
  if (bare && is('let-go')) return void turn.say('intake.declined');
  if (filed && bare && isHalfAnAnswer(turn, heard, filed)) return tellCase(turn, filed);
  if (filed && announcesFiles(heard.text)) return void turn.say('evidence.later');
  if (filed && (heard.means.command === 'submit' || heard.means.command === 'file')) return tellCase(turn, filed);
  if (filed && isAddition(heard)) return addToCase(turn, heard, filed.case.number);
  if (filed && bare && isImpatient(turn, heard)) return tellWaiting(turn, heard, filed);
  if (filed && (isPlainQuestion(heard) || (bare && asksPromise(heard)) || (is('question') && isShort(heard))))
    return answerQuestion(turn, heard, filed);
  if (bare && isPlainQuestion(heard)) return askWhichKind(turn, heard);
  if (bare && isBareComplaint(turn, heard)) {
    // What it is about is kept; what happened is yet to be told.
    tellStory(beginDraft(turn), heard.event.id, heard.text, heard.text);
    return askWhat(turn, 'repair.bare');
  }
  if (bare && isMood(turn, heard)) {
    turn.say('intake.offer');
    turn.memory['offered'] = heard.text;
    return void turn.ask({ kind: 'offer', tries: 0, detail: { what: 'intake' } }, choices('no', 'yes'));
  }
  if (!askWhichFirst(turn, heard)) startMatter(turn, heard);
}

/** A few words that are neither yes nor no, while an outcome waits for one: the question is put again. */
function isHalfAnAnswer(turn: Turn, heard: Heard, { case: of }: KnownCase): boolean {
  if (!turn.asks.some(({ kind, caseNumber }) => kind === 'acceptance' && caseNumber === of.number)) return false;
  return (
    isShort(heard) && !heard.means.signs.includes('question') && !turn.context.classify(heard.text, 'category').sure
  );
}

/** Words that only say that something was read. */
const NOTED =
  /^(?:好|好的|好吧|好滴|嗯+|哦+|喔|行|知道了|收到|明白了?|了解|晓得了|曉得了|ok|okay|k|got it|fine|alright|all right|understood|noted|i see)[\s!！.。~～]*$/i;

/** They say themselves that it is none. */
const DENIES =
  /^(?:你好|您好|[,，\s])*我?(?:这|這)?(?:不是|不|没|沒)(?:要|想|来|來|打算)*(?:投诉|投訴|客诉|客訴)|^(?:hi,? |hello,? )?(?:this is |it's |i'm |i am )?not (?:a complaint|complaining|here to complain)\b/i;

const COMPLAINS = /投诉|投訴|客诉|客訴|\bcomplain/i;

const ABOUT_ONLY =
  /^(?:hi,? |hello,? )?(?:i(?:'d| would) like to|i want to|i need to|i(?:'m| am) (?:here|writing) to)? ?(?:complain|(?:make|file|submit) a complaint) about (?:(?:the|your|our|my|an?|one of) )?[\w'-]+(?: [\w'-]+)?[.!]?$/i;

/** Latin letters say less each. */
const BRIEF = 48;
const isBrief = (heard: Heard) => isShort(heard) || (heard.text.length < BRIEF && !/\p{Script=Han}/u.test(heard.text));

/** A word, or what a complaint is about, and nothing of what happened. */
function isBareComplaint(turn: Turn, heard: Heard): boolean {
  const word = isOneWord(heard) && !heard.means.signs.includes('dissatisfied');
  const about =
    (COMPLAINS.test(heard.text) && isBrief(heard)) || (heard.means.signs.includes('corrects') && isShort(heard));
  return ABOUT_ONLY.test(heard.text) || ((word || about) && foundCategory(turn, heard.text) === undefined);
}

/** Displeasure without a matter: whether it is to be a complaint is asked. */
function isMood(turn: Turn, heard: Heard): boolean {
  // Who says that it is a complaint is not asked whether it is one.
  if (!heard.means.signs.includes('dissatisfied') || COMPLAINS.test(heard.text)) return false;
  return isMoodOnly(heard) || (isMoodMostly(heard) && foundCategory(turn, heard.text) === undefined);
}

/** The next word is promised by a date. */
const WHEN = /什么时候|什麼時候|多久|几时|幾時|(?:几|幾)天|\bwhen\b|\bhow (?:long|soon)\b/i;
/** Still nothing from us: told when there will be, and a person is at hand. */
const WAITS =
  /(?:小时|小時|天|周|週|钟头|鐘頭|多久|半天|[现現]在)了?.{0,6}(?:还|還)?(?:没有?|沒有?)(?:人|动静|動靜|消息|回复|回覆|联系|聯絡|处理|處理|下文|进展|進度)|(?:怎么|怎麼)?(?:还|還)(?:没有?|沒有?)人?(?:联系|聯絡|回复|回覆|处理|處理|理|来|來|消息|动静|下文)|\bnothing (?:has )?(?:happened|changed)\b|\bstill (?:no|nothing|waiting)\b|\b(?:nobody|no one) (?:has )?(?:called|contacted|come|came|answered|replied)\b/i;

/** Whether a few words only ask when, or that nothing came; a matter of its own is told as one ("空调坏了两天还没人修"). */
function isImpatient(turn: Turn, heard: Heard): boolean {
  const asks = WHEN.test(heard.text) || WAITS.test(heard.text);
  return asks && isBrief(heard) && foundCategory(turn, heard.text) === undefined;
}

function tellWaiting(turn: Turn, heard: Heard, filed: KnownCase): void {
  turn.memory['addSilently'] = true;
  addToCase(turn, heard, filed.case.number);
  tellCase(turn, filed);
  turn.offer([choice('agent')]);
}

/** Who has it is known; the result is not. */
const WHO = /谁|誰|\bwho\b/i;

function greet(turn: Turn): void {
  const { company } = turn.context.playbook;
  const filed = latestOpen(turn.context.cases);
  if (filed) {
    turn.say('greeting.again', { number: filed.case.number, stage: stageLabel(filed.case, filed.playbook) });
    return void turn.ask(
      { kind: 'choose', tries: 0, detail: { what: 'this-case' } },
      choices('this_case', 'new_matter'),
    );
  }
  turn.say('greeting', { company: { texts: company } });
  askContent(turn);
}

function askWhat(turn: Turn, key: PhraseKey): void {
  turn.say(key);
  askContent(turn);
}

function hearInsult(turn: Turn): void {
  turn.dialog.insults += 1;
  if (turn.dialog.insults > 2) return void turn.say('ack.insult.third');
  turn.say('ack.insult');
  turn.say('ask.content');
  askContent(turn);
  if (turn.dialog.insults > 1) turn.say('agent.offered').offer([choice('agent')]);
}

/** Files without a word join the latest open case, else they begin a draft. */
function takeFilesAlone(turn: Turn, { event }: Heard): void {
  const filed = latestOpen(turn.context.cases);
  if (filed) return addFiles(turn, filed.case.number, event.files);
  addEvidence(beginDraft(turn), event.files);
  askWhat(turn, 'repair.photo');
}

function takeForeign(turn: Turn, heard: Heard): void {
  takeStory(turn, heard);
  turn.say('repair.language');
  callQuietly(turn, 'language', phrase('notify.language'));
  turn.offer([choice('agent')]);
}

function takePinyin(turn: Turn, heard: Heard): void {
  takeStory(turn, heard);
  askCategory(turn, { words: 'repair.pinyin' });
}

function addToCase(turn: Turn, heard: Heard, number: string): void {
  turn.perform.push({ verb: 'add-to-case', caseNumber: number, args: { text: heard.text } });
  if (heard.event.files.length > 0) addFiles(turn, number, heard.event.files);
}

/** Nothing is made up: a question about a filed case goes to it and to a person. */
function answerQuestion(turn: Turn, heard: Heard, filed: KnownCase): void {
  if (WHO.test(heard.text)) return tellOwner(turn, filed);
  turn.memory['addSilently'] = true;
  addToCase(turn, heard, filed.case.number);
  if (WHEN.test(heard.text) && !heard.means.signs.includes('asks-promise')) return tellCase(turn, filed);
  if (heard.means.signs.includes('asks-promise')) return void turn.say('repair.promise');
  callPerson(turn, 'question');
}

/** A question may be a complaint: that is asked, where the procedure has no place for questions. */
function askWhichKind(turn: Turn, heard: Heard): void {
  if (turn.context.playbook.kinds.some(({ receipt }) => receipt === 'question')) return startMatter(turn, heard);
  turn.memory['offered'] = heard.text;
  turn.say('kind.ask');
  turn.ask({ kind: 'offer', tries: 0, detail: { what: 'intake' } }, choices('question', 'complaint'));
}

/** Whether the displeasure is to be taken down as a complaint. */
export function answerIntakeOffer(turn: Turn, heard: Heard): void {
  const complaint = heard.choice === 'complaint' || heard.means.signs.includes('complaint-word');
  const yes = complaint || heard.choice === 'yes' || heard.means.command === 'yes';
  const no = heard.choice === 'no' || heard.means.command === 'no';
  const told = String(turn.memory['offered'] ?? '');
  // Asked whether it is a question, another one says so.
  const asks = turn.dialog.open?.choices?.includes('question') && isPlainQuestion(heard);
  turn.dialog.open = undefined;
  delete turn.memory['offered'];
  if (no) return void turn.say('intake.declined');
  if (heard.choice === 'question' || asks) return callPerson(turn, 'question');
  if (complaint)
    return startMatter(turn, { ...heard, ...listen(turn, { ...heard.event, text: told, choice: undefined }) });
  if (!yes) return answerFresh(turn, heard);
  tellStory(beginDraft(turn), `${turn.cause}/offer`, told, told);
  turn.say('ask.content');
  askContent(turn);
}
