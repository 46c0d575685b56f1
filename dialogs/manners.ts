import { choice, choices } from './choices.js';
import { hearChild } from './child.js';
import { answerWaiting } from './chosen.js';
import { repeatQuestion } from './intake/repeat-question.js';
import type { Heard } from './listen.js';
import { comesBack } from './resume.js';
import { isInsultOnly, isOnly } from './small-talk.js';
import type { Turn } from './turn.js';

/** Who needs a moment has not answered. */
const WAIT =
  /^(?:(?:please )?(?:wait|hold on|one (?:moment|second)|just a (?:moment|second|minute))|(?:请|請|麻烦|麻煩)?(?:等一下|等等|稍等|等会儿?|等會兒?|等我一下)|.{0,8}我?(?:先|去)?(?:找|查|翻)(?:一下|一?找|一?查)|let me (?:check|find|look(?: for)?|see)(?: it| that| the \w+| my \w+)?)[\s.!。！,，~]*$/i;

const ASKED = ['field', 'same-matter'];

/** Insults, giving up, thanks and cries in the midst of an intake: answered shortly, then the open question again. True when so. */
export function answerBeside(turn: Turn, heard: Heard): boolean {
  const { signs, facts, corrections, command } = heard.means;
  if (answerWaiting(turn, heard)) return true;
  if (signs.includes('child')) hearChild(turn);
  if (!turn.draft || heard.choice !== undefined || command !== undefined) return false;
  hearPublic(turn, heard);
  const told = facts.filter(({ field, from }) => field !== turn.dialog.open?.field || from !== heard.text);
  const bare = told.length === 0 && corrections.length === 0 && heard.event.files.length === 0;
  if (bare && signs.includes('let-go')) return letGo(turn);
  if (bare && isInsultOnly(heard)) return hearInsult(turn);
  if (bare && isOnly(heard, 'greeting') && turn.dialog.open?.kind === 'field' && !comesBack(turn, heard)) {
    repeatQuestion(turn);
    return turn.spoke;
  }
  if (bare && ['field', 'readback'].includes(turn.dialog.open?.kind ?? '') && WAIT.test(heard.text)) {
    repeatQuestion(turn);
    return turn.spoke;
  }
  if (bare && signs.includes('complaint-word') && turn.dialog.open?.kind === 'field') {
    repeatQuestion(turn);
    return turn.spoke;
  }
  if (bare && (signs.includes('emoji-only') || heard.event.sticker) && turn.dialog.open?.kind !== 'readback') {
    repeatQuestion(turn);
    return turn.spoke;
  }
  if (bare && signs.includes('thanks') && heard.text.length < 16 && ASKED.includes(turn.dialog.open?.kind ?? '')) {
    turn.say('thanks');
    repeatQuestion(turn);
    return true;
  }
  return false;
}

function letGo(turn: Turn): boolean {
  turn.say('repair.letgo').offer(choices('agent', 'keep', 'cancel', 'resume'));
  return true;
}

/** Never answered, never counted against anybody; the second time the shortest question, the third time none. */
function hearInsult(turn: Turn): boolean {
  turn.dialog.insults += 1;
  const times = turn.dialog.insults;
  if (times > 2) {
    turn.say('ack.insult.third').offer([choice('agent')]);
    return true;
  }
  if (times === 1) turn.say('ack.insult');
  repeatQuestion(turn);
  if (times === 2) turn.say('agent.offered').offer([choice('agent')]);
  return true;
}

/** Press, regulator or court, spoken of in the midst of it: answered once. */
function hearPublic(turn: Turn, { means }: Heard): void {
  if (!means.alarms.includes('public') || turn.memory['public'] || turn.draft?.fields['content'] === undefined) return;
  turn.memory['public'] = true;
  turn.say('ack.public');
}
