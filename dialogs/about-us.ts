import { choice } from './choices.js';
import { askContent } from './intake/ask.js';
import { repeatQuestion } from './intake/repeat-question.js';
import type { Heard } from './listen.js';
import { latestOpen } from './status/case-words.js';
import type { Turn } from './turn.js';
import { plainOf } from './understanding/reading.js';

/** Whether it is a machine that answers. */
const WHO =
  /(?:你|您|对面|这边?)(?:们)?(?:到底|究竟)?(?:是不是|是)(?:一?个)?(?:真人|活人|人工|机器人?|自动回复|AI|谁|哪位|人类)|^(?:是)?(?:真人|机器人|人工)(?:吗|还是)|\b(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)) (?:an? |some )?(?:real |actual |live )?(?:person|human|bot|robot|machine|chatbot|computer|ai)\b|^who are you\b|\bwhat(?:'s| is) your name\b|\btalk to me like a (?:human|person)\b|^(?:请问)?(?:你|您)(?:叫什么|贵姓|怎么称呼)/i;

/** How or where to complain. */
const WHERE_TO =
  /(?:投诉|申诉|客服|服务|联系|你们(?:的|酒店|公司|旅行社|经理|老板|领导|总部|负责人)*)(?:的)?(?:电话|热线|邮箱|号码|微信|公众号)(?:号码?)?(?:是|有)?(?:多少|什么(?!态度|意思|时候)|几号|哪个|吗|呢)|(?:怎么|怎样|如何|哪里|哪儿|去哪|找谁|向谁|跟谁)(?:才能|才可以|可以|能|要|去)?(?:投诉|申诉)|\bwhat(?:'s| is) (?:the|your) (?:complaints? |customer service |service )?(?:phone|hotline|number|e-?mail)\b|\bcomplaints? (?:line|number|hotline|e-?mail|department)\b.*\?|\b(?:how|where) (?:do|can|should|could) (?:i|we) (?:complain|(?:make|file|lodge|submit) a complaint)\b/i;

/** When there will be an answer: before it is filed nobody can name the day. */
const WHEN =
  /^(?:那|请问|大概|一般|你们|[,，\s])*(?:要|需要)?(?:什么时候|多久|多长时间|几天|几时|何时)(?:才|会|能|可以|有人)*(?:有)?(?:给我)?(?:个)?(?:结果|答复|回复|回应|消息|进展|处理|解决|联系)|^(?:那|大概|一般|[,，\s])*(?:要|需要|得)(?:多久|多长时间|几天)(?:啊|呢|才行)?[?？]?$|\bwhen (?:will|do|can|would) (?:i|you|someone|anyone) (?:hear|get (?:an? )?(?:answer|reply|back)|reply|answer|respond|contact)|\bhow long (?:will|does|is) (?:it|this|that) (?:take|going)\b/i;

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
  const when = WHEN.test(plain) && latestOpen(turn.context.cases) === undefined;
  if (!who && !when && !WHERE_TO.test(plain)) return false;
  if (when) turn.say('answer.when');
  else turn.say(who ? 'who' : 'channel.here').offer([choice('agent')]);
  if (turn.draft) repeatQuestion(turn);
  else {
    turn.say('ask.content');
    askContent(turn);
  }
  return true;
}
