import type { Field } from '../../src/domain/field.js';
import type { Heard } from '../listen.js';
import type { Turn } from '../turn.js';
import { isOnlyWhenOrWhere } from '../understanding/open-answer.js';
import { plainOf } from '../understanding/reading.js';
import { askAgain, awaitField, questionOf, reasonOf } from './ask.js';
import { pass, tellStory } from './draft.js';
import { takeFacts } from './facts.js';
import { putAside, refusePhone } from './failures.js';
import { announcesFiles } from './files-announced.js';
import { sayNoted } from './noted.js';
import { wantsElsewhere } from './reach.js';
import { labelOf } from './shown.js';

/** Words that ask for knowledge, not for a remedy. */
const ASKS_TO_KNOW =
  /什么时候|什麼時候|几点|幾點|多久|多长时间|多長時間|为什么|為什麼|怎么[办赔处解弄退补]|怎麼[辦賠處解弄退補]|谁|誰|哪里|哪裡|什[么麼](?:方案|办法|辦法|选择|選擇)|有哪些|\bwhat (?:else |can|could|options|are my)\b|\b(?:when|what time|how long|who|where|why|what happens)\b/i;

/** Longer words tell more than how to reach somebody. */
const FEW = 40;

const HOW_TO_SEND =
  /怎[么麼](?:发|發|上传|上傳|传|傳|给|給).{0,8}(?:照片|图片|圖片|文件|檔案|视频|影片|录音|錄音|截图|截圖|发票|發票|你|您)|(?:照片|图片|圖片|文件|檔案|视频|影片|录音|錄音|截图|截圖|发票|發票).{0,6}(?:怎[么麼]|哪里|哪裡|在哪)(?:发|發|传|傳|上|给|給)|\bhow (?:do|can|should) i (?:send|upload|attach|share)\b/i;
const ABOUT_DATA =
  /隐私|隱私|个人信息|個人資料|个资|個資|(?:信息|资料|資料|数据|電話|电话|号码|號碼).{0,8}(?:用来|用來|做什么|做什麼|干什么|泄露|洩漏|外泄|外洩|安全|保密)|\b(?:privacy|(?:my|the|personal) (?:data|information|details))\b/i;

/** They say themselves that it belongs to what happened. */
const ADDS =
  /^(?:等等|等一下|对了|對了|哦|[,，\s])*(?:我?(?:再|还|還|想|要)*)(?:加|补充|補充)一?(?:条|條|点|點|下|句|个|個|件)|^(?:and |oh |wait,? )*(?:one more thing|let me add|i want to add|i should add)\b/i;

/** Questions and refusals in the place of an answer. True when they were answered and the open question put again. */
export function answeredBeside(turn: Turn, heard: Heard, field: Field): boolean {
  const { signs, facts, corrections, alarms } = heard.means;
  const told = facts.some((fact) => fact.field !== field.id) || corrections.length > 0;
  if (signs.includes('refuses-phone') && !facts.some((fact) => fact.field === 'phone')) {
    if (told) withoutAsking(turn);
    else return refusesPhone(turn, heard, field);
  }
  if (signs.includes('why-asked')) {
    const reason = reasonOf(turn, field);
    if (reason) turn.sayPhrases(reason);
    askAgain(turn, field);
    return true;
  }
  if (HOW_TO_SEND.test(heard.text)) {
    turn.say('ask.evidence');
    askAgain(turn, field);
    return true;
  }
  if (!told && SAID_ALREADY.test(heard.text)) return saidAlready(turn, field);
  if (!told && field.type !== 'file' && announcesFiles(heard.text)) {
    turn.say('evidence.later');
    askAgain(turn, field);
    return true;
  }
  // A part of the words answers the question: "Tom Becker, tom@example.com".
  const answers = facts.some((fact) => fact.field === field.id && fact.from.length < heard.text.trim().length);
  const adds = field.id !== 'outcome' && field.id !== 'content' && ADDS.test(heard.text);
  if (
    !told &&
    !answers &&
    field.type === 'text' &&
    (adds || (wantsElsewhere(heard.text) && heard.text.length <= FEW))
  ) {
    tellStory(turn.draft!, heard.event.id, heard.text, heard.text);
    turn.say('story.added');
    askAgain(turn, field);
    return true;
  }
  const lacking = lackedField(turn, heard, field);
  if (lacking) {
    pass(turn.draft!, lacking.id);
    turn.say('lack.fine', { field: labelOf(lacking, turn.draft!, turn.context.playbook) });
    askAgain(turn, field);
    return true;
  }
  // Asked a second time, whatever is said is the answer.
  if (told || turn.dialog.open!.tries > 0 || field.id === 'content') return false;
  if (field.id === 'outcome' && isOnlyWhenOrWhere(plainOf(heard.text)))
    return keepsApart(turn, heard, field, 'repair.nomatch');
  if (signs.includes('asks-promise') && field.id !== 'outcome') {
    turn.say('repair.promise');
    askAgain(turn, field);
    return true;
  }
  if (alarms.includes('public') && field.id !== 'outcome' && field.type === 'text') {
    tellStory(turn.draft!, heard.event.id, heard.text, heard.text);
    turn.sayPhrases(questionOf(turn, field));
    awaitField(turn, field, { tries: 1 });
    return true;
  }
  if (!signs.includes('question') || signs.includes('asks-promise')) return false;
  if (!ASKS_TO_KNOW.test(heard.text) && !isOnlyQuestion(heard, field)) return false;
  if (ABOUT_DATA.test(heard.text) && turn.context.privacyLink) {
    turn.say('privacy.notice', { link: turn.context.privacyLink });
    askAgain(turn, field);
    return true;
  }
  return keepsApart(turn, heard, field, 'repair.unknown');
}

/** What answers nothing is kept as it was said, and the open question put again. */
function keepsApart(
  turn: Turn,
  { event, text }: Heard,
  field: Field,
  say: 'repair.nomatch' | 'repair.unknown',
): boolean {
  // A question is answered by a colleague, and is no part of what is read back.
  tellStory(turn.draft!, event.id, text, say === 'repair.unknown' ? '' : text);
  turn.say(say, { question: { phrase: questionOf(turn, field) } });
  awaitField(turn, field, { tries: 1 });
  return true;
}

/** They said so before: nothing is asked twice for that which could not be read the first time. */
const SAID_ALREADY =
  /^(?:我|不是|都|前面|上面|刚才|剛才|刚刚|剛剛|刚|剛|已经|已經|之前|早就|[,，\s])*(?:[说說讲講写寫]过?過?了|[说說讲講写寫提发發][过過]|告[诉訴](?:过|過)?你们?們?了?|[给給][过過]你?们?們?了?)(?:[吗嗎啊呀嘛的吧]|[,，。！!？?\s])*$|^(?:同上|同前|如上|[见見]上(?:文|面)?|(?:我的?)?(?:电话|電話|手机|手機|名字|姓名|号码|號碼)?(?:就|都)?[跟和](?:上面|前面|刚才|剛才|订单|訂單|预订|預訂)(?:上|里|裡)?(?:[说說留写寫填])?的?一[样樣])[。.！!\s]*$|^(?:i (?:have |'ve )?)?(?:already|just) (?:told you|said|gave|given|wrote|written|sent)(?: (?:so|that|it|you|this))*(?: already)?[.!\s]*$|^i(?:'ve)? (?:told you|said)(?: (?:so|that|it|this))*(?: already| before)[.!\s]*$|^(?:as |see )?above[.!\s]*$|^you (?:already |should )?have (?:it|that|my \w+)(?: already)?[.!\s]*$|^it'?s (?:all )?(?:in|on) (?:my|the) (?:booking|order|e-?mail)[.!\s]*$|^(?:订单|訂單|预订|預訂)(?:上|里|裡)?(?:都|就)?有(?:写|寫)?(?:的|啊|呀)?[。.！!\s]*$|^(?:the |my )?same (?:\w+ )?as (?:above|before|(?:on|in|i) .{1,30})[.!\s]*$/i;

function saidAlready(turn: Turn, field: Field): boolean {
  if (turn.dialog.open!.tries > 0) {
    putAside(turn, field, true);
    return true;
  }
  turn.say('said.already', { question: { phrase: questionOf(turn, field) } });
  awaitField(turn, field, { tries: 1 });
  return true;
}

const LACKED: [field: string, words: RegExp][] = [
  [
    'order_no',
    /(?:不知道|不记得|不記得|不清楚|忘了|忘记|忘記|找不到|没有?|沒有?).{0,4}(?:订单|訂單|单号|單號)|(?:订单|訂單|单号|單號).{0,6}(?:不知道|不记得|不記得|不清楚|忘了|忘记|忘記|找不到)|\b(?:not sure|don't (?:know|have|remember)|can't find|forgot|no idea) .{0,20}(?:order|booking|reservation) (?:number|no)\b/i,
  ],
  [
    'room_no',
    /(?:不知道|不记得|不記得|不清楚|忘了|忘记|忘記|没有?|沒有?).{0,4}(?:房号|房號|房间号|房間號)|(?:房号|房號|房间号|房間號).{0,4}(?:不知道|不记得|不記得|不清楚|忘了|忘记|忘記)|\b(?:not sure|don't (?:know|have|remember)|forgot|no idea) .{0,16}room number\b/i,
  ],
  [
    'evidence',
    /^(?:我|们|們|也|都|当时|當時|抱歉|不好意思|[,，\s])*(?:没有?|沒有?)(?:拍|录|錄|留|存|任何|什么|什麼)*(?:照片|照|图片|圖片|录音|錄音|录像|錄影|视频|影片|截图|截圖|证据|證據|凭证|憑證|小票|发票|發票|收据|收據)(?:可以|能)?(?:给|給|发|發|传|傳)?[。.！!\s]*$|^(?:sorry,? )?(?:i )?(?:have |there are |don't have |didn't take )?(?:no|any)? ?(?:photos?|pictures?|evidence|receipts?|videos?)[.!\s]*$/i,
  ],
];

/** Another field than the one that is asked, which they say they do not know. */
function lackedField({ context, draft }: Turn, { text, choice, means }: Heard, { id }: Field): Field | undefined {
  if (choice !== undefined || means.facts.some(({ field }) => field !== id)) return undefined;
  const [field] = LACKED.find(([, words]) => words.test(text)) ?? [];
  if (field === undefined || field === id || draft!.fields[field] !== undefined) return undefined;
  return context.playbook.fields.find((one) => one.id === field && one.optional);
}

/** A wish may be put as a question; no other answer is one. */
function isOnlyQuestion({ means, text }: Heard, { id, type }: Field): boolean {
  const answers = id === 'outcome' || type === 'file' || means.facts.some(({ field }) => field === id);
  return !answers && /(?:[?？]|吗|嗎|么|麼|什么意思|什麼意思)\s*$/.test(text);
}

/** Asked for it, the reason is given once; said unasked, it is settled and the open question put again. */
function refusesPhone(turn: Turn, heard: Heard, field: Field): boolean {
  if (field.id === 'phone' || field.id === 'name') {
    // A name given with it is taken all the same.
    sayNoted(turn, takeFacts(turn, heard).noted);
    refusePhone(turn);
    return true;
  }
  withoutAsking(turn);
  askAgain(turn, field);
  return true;
}

function withoutAsking(turn: Turn): void {
  if (turn.memory['phoneRefused']) return;
  turn.memory['phoneRefused'] = true;
  pass(turn.draft!, 'phone');
  turn.say('ask.phone.none');
}
