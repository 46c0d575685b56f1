import type { Case } from '../src/domain/case.js';
import { choices } from './choices.js';
import type { Heard } from './listen.js';
import type { Turn } from './turn.js';
import { maskPhone } from './wording/mask-phone.js';
import { phrase } from './wording/phrase.js';
import { word } from './wording/word.js';

/** Words that name a time for a call agree to one. */
const WHEN =
  /[上下]午|早上|中午|晚上|白天|随时|隨時|工作日|周末|週末|\d\s?[点點时時:：]|[一二三四五六七八九十两兩]点|\b(?:any ?time|morning|afternoon|evening|weekdays?|weekends?|\d{1,2} ?(?:am|pm)|after \d|before \d)\b/i;

/** Declines in other words than no. */
const NOT =
  /不方便|不想接|别打|別打|不要打|不用打|(?:发|發)(?:消息|信息|訊息|微信)|打字|文字|\b(?:prefer|rather|just) (?:to )?(?:chat|text|messages?|write)|\bdon't call|\bno calls?\b/i;

/** Apart from filing, and only where the chat cannot reach them: whether they may be called. Nothing is taken for a yes but a yes. */
export function askToCall(turn: Turn, { number, fields }: Case): void {
  const asked = turn.memory['noCalls'] || turn.memory['callsAsked'];
  if (turn.context.channel.push || fields['phone'] === undefined || asked) return;
  turn.memory['callsAsked'] = true;
  turn.cut();
  turn.say('privacy.callback');
  turn.ask({ kind: 'choose', tries: 0, detail: { what: 'calls', number } }, choices('yes', 'no'));
}

/** Yes, no or a time, kept with the case as they said it. False: the message is something else. */
export function answerToCall(turn: Turn, heard: Heard, number: string): boolean {
  const { command, facts, signs } = heard.means;
  const no = heard.choice === 'no' || command === 'no' || (heard.choice === undefined && NOT.test(heard.text));
  const told = heard.text.length <= 30 && facts.every(({ field }) => field === 'phone' || field === 'occurred_at');
  const yes =
    heard.choice === 'yes' || command === 'yes' || (told && !signs.includes('question') && WHEN.test(heard.text));
  const of = turn.context.cases.find(({ case: one }) => one.number === number)?.case;
  if ((!yes && !no) || !of) return false;
  const { playbook, now } = turn.context;
  const said = heard.choice === undefined ? heard.text : phrase(no ? 'choice.no' : 'choice.yes');
  const text = word([phrase('privacy.callback'), said], turn.language, { zone: playbook.calendar.zone, now });
  turn.memory['addSilently'] = true;
  turn.perform.push({ verb: 'add-to-case', caseNumber: number, args: { text } });
  if (no) turn.say('callback.stopped');
  else turn.say('callback.consent', { phone: maskPhone(of.fields['phone'] ?? '') });
  return true;
}
