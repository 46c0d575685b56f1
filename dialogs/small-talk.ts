import type { Heard } from './listen.js';
import { clausesOf } from './understanding/clauses.js';
import { withoutInsults } from './understanding/insults.js';
import { plainOf } from './understanding/reading.js';
import type { Sign } from './understanding/understood.js';
import { isAdvice } from './understanding/weighty.js';

/** Shorter than this a word of displeasure alone is no matter yet. */
const MATTER = 16;
/** A longer one is a story that asks; Latin letters say less each. */
const QUESTION = { han: 40, latin: 110 };
/** What takes praise back, or mocks. */
const BUT =
  /不(?!错|錯)|没|沒|但|可是|就是|只是|希望|建议|建議|下次|居然|竟然|小时|小時|分钟|分鐘|\bnot\b|n't|\bbut\b|however|until|\bhours?\b|\bminutes\b|\bonly\b/i;
/** Words of displeasure, and those that stand around them without telling anything. */
const MOOD =
  /真的|真是|真|实在|實在|简直|簡直|非常|特别|特別|十分|太|很|好|超|极其|極其|让人|令人|使人|叫人|让我|讓人|讓我|感到|觉得|覺得|感觉|感覺|对|對|你们|你們|你|贵公司|贵酒店|贵|公司|旅行社|酒店|飯店|宾馆|这家|這家|这次|這次|这个|這個|这|這|那|的|了|啊|吧|呀|哦|啦|呢|嘛|也|都|就|得|我们|我們|我|服务|服務|态度|態度|体验|體驗|旅行|旅游|旅遊|一次|不满意?|不滿意?|不开心|不開心|不高兴|不高興|失望透顶|失望透頂|失望|不爽|生气|生氣|气愤|氣憤|火大|无语|無語|离谱|離譜|过分|過分|差劲|差勁|糟糕|恶劣|惡劣|受不了|忍无可忍|寒心|闹心|烂透|爛透|烂|爛|差/gu;
const MOOD_EN =
  /\b(?:i|i'm|am|we|we're|are|it's|it|is|was|this|that|the|a|an|so|very|really|extremely|absolutely|just|truly|deeply|utterly|all|with|by|about|at|of|in|to|you|your|company|hotel|agency|service|experience|stay|trip|tour|ever|how|what|quite|feel|disappoint\w*|unhappy|angry|furious|upset|terrible|awful|horrible|worst|unacceptable|disgust\w*|annoy\w*|frustrat\w*|dissatisf\w*|ridiculous|outrageous|not|happy|satisfied|appalling|joke|shame)\b/gi;

export function isShort({ text }: Heard): boolean {
  return text.length < MATTER;
}

/** A word that tells no matter by itself ("电话", "hotel"). */
export function isOneWord({ means, text }: Heard): boolean {
  if (means.alarms.length > 0) return false;
  return /^\p{Script=Han}{1,3}$/u.test(text) || /^[A-Za-z]+[.!?]*$/.test(text);
}

/** The sign is all there is: nothing of a story beside it. */
export function isOnly({ means, text }: Heard, sign: Sign): boolean {
  if (!means.signs.includes(sign)) return false;
  return (
    text.length <= (/\p{Script=Han}/u.test(text) ? 12 : 24) &&
    !means.signs.some((other) => ['dissatisfied', 'complaint-word', 'suggestion', 'insult'].includes(other))
  );
}

export function isPraise({ means, text }: Heard): boolean {
  const { signs } = means;
  if (!signs.includes('praise') || signs.includes('dissatisfied') || signs.includes('complaint-word')) return false;
  return isShortEnough(text) && !BUT.test(text);
}

/** Displeasure and nothing else: nothing is left without its words. */
export function isMoodOnly({ text }: Heard): boolean {
  const plain = plainOf(text);
  // What others are advised, or what the writer will never do again, tells of no matter either.
  const own = clausesOf(plain).filter(({ start, end }) => !isAdvice(plain.slice(start, end)));
  return (
    own
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .replace(MOOD, '')
      .replace(MOOD_EN, '')
      .replace(/[\p{P}\p{S}\s]/gu, '') === ''
  );
}

/** Displeasure in one clause of a few words. */
export function isMoodMostly({ text }: Heard): boolean {
  const words = text.match(/[a-z']+/gi)?.length ?? 0;
  return clausesOf(plainOf(text)).length === 1 && (words > 0 ? words <= 6 : text.length <= 8);
}

function isShortEnough(text: string): boolean {
  return text.length <= (/\p{Script=Han}/u.test(text) ? QUESTION.han : QUESTION.latin);
}

/** Said before a question or behind it. */
const COURTESY =
  /^\s*(?:你好|您好|喂|早上好|晚上好|麻烦(?:您|你)?|谢谢|不好意思|打扰(?:一下)?|hi|hello|hey|good \w+|excuse me|sorry|thanks?|thank you|please)(?: there)?\s*$/i;
/** One short question whether something will be given. */
export function asksPromise({ means, text }: Heard): boolean {
  return means.signs.includes('asks-promise') && isShortEnough(text) && clausesOf(plainOf(text)).length === 1;
}

/** Questions in English that tell what happened. */
const TELLS = /\bwhy\b|\b(?:did|didn't|was|were|wasn't|weren't|had|hasn't|haven't)\b/i;

/** One short question and nothing beside it. */
export function isPlainQuestion({ means, text }: Heard): boolean {
  if (!means.signs.includes('question') || !isShortEnough(text) || TELLS.test(text)) return false;
  const told = ['dissatisfied', 'suggestion', 'complaint-word', 'insult', 'asks-promise'];
  if (means.signs.some((sign) => told.includes(sign))) return false;
  const plain = plainOf(text);
  return clausesOf(plain).filter(({ start, end }) => !COURTESY.test(plain.slice(start, end))).length === 1;
}

const ADDS =
  /^.{0,6}(?:补充|補充)(?!投诉|投訴)|^.{0,4}加(?:一)?[句点點条條]|^.{0,4}(?:报警|報警)|\bcall(?:ed|ing)? the police\b|^(?:also,? |and )?(?:i(?:'d| would) (?:like|want) to add|i want to add|to add to (?:that|this|my)|i forgot to (?:say|mention)|one more thing)\b/i;

/** Short words that are no new complaint, while a case is open. */
export function isAddition(heard: Heard): boolean {
  const { signs, corrections, facts, rest } = heard.means;
  if (ADDS.test(heard.text)) return true;
  if (signs.includes('complaint-word') || signs.includes('dissatisfied')) return false;
  return corrections.length > 0 || (facts.length > 0 && rest === '');
}

/** Every clause only insults. */
export function isInsultOnly({ means, text }: Heard): boolean {
  return means.signs.includes('insult') && withoutInsults(text) === '';
}
