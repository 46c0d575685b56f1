import { choice } from './choices.js';
import { askContent } from './intake/ask.js';
import { repeatQuestion } from './intake/repeat-question.js';
import type { Heard } from './listen.js';
import type { Turn } from './turn.js';
import { plainOf } from './understanding/reading.js';

/** Whether it is a machine that answers. */
const WHO =
  /(?:你|您|对面|这边?)(?:们)?(?:到底|究竟)?(?:是不是|是)(?:一?个)?(?:真人|活人|人工|机器人?|自动回复|AI|谁|哪位|人类)|^(?:是)?(?:真人|机器人|人工)(?:吗|还是)|\b(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:an? |some )?(?:real |actual |live )?(?:person|human|bot|robot|machine|chatbot|computer|ai)\b|^who are you\b|\bwhat(?:'s| is) your name\b|\btalk to me like a (?:human|person)\b|^(?:请问)?(?:你|您)(?:叫什么|贵姓|怎么称呼)/i;

/** How or where to complain. */
const WHERE_TO =
  /(?:投诉|申诉|客服|服务|联系|你们(?:的|酒店|公司|旅行社)*)(?:的)?(?:电话|热线|邮箱|号码|微信|公众号)(?:号码?)?(?:是|有)?(?:多少|什么|几号|哪个|没有|吗|呢)|(?:怎么|怎样|如何|哪里|哪儿|去哪|找谁|向谁|跟谁)(?:才能|才可以|可以|能|要|去)?(?:投诉|申诉)|\bwhat(?:'s| is) (?:the|your) (?:complaints? |customer service |service )?(?:phone|hotline|number|e-?mail)\b|\bcomplaints? (?:line|number|hotline|e-?mail|department)\b.*\?|\b(?:how|where) (?:do|can|should|could) (?:i|we) (?:complain|(?:make|file|lodge|submit) a complaint)\b/i;

/** Longer texts tell what happened. */
const LONGEST = { han: 24, latin: 80 };

/** Questions about the assistant itself: answered in one line, then the open question, or the first one. True when so. */
export function answerAboutUs(turn: Turn, heard: Heard): boolean {
  const { text, means, choice: chosen, event } = heard;
  const longest = /\p{Script=Han}/u.test(text) ? LONGEST.han : LONGEST.latin;
  if (chosen !== undefined || event.files.length > 0 || text.length > longest) return false;
  const told = means.facts.some(({ field }) => field !== turn.dialog.open?.field);
  if (told || means.alarms.length > 0 || means.signs.includes('insult')) return false;
  const plain = plainOf(text);
  const who = WHO.test(plain);
  if (!who && !(WHERE_TO.test(plain) && means.signs.includes('question'))) return false;
  turn.say(who ? 'who' : 'channel.here').offer([choice('agent')]);
  if (turn.draft) repeatQuestion(turn);
  else {
    turn.say('ask.content');
    askContent(turn);
  }
  return true;
}
