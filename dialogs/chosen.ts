import { answerToCall } from './call-consent.js';
import { callDue, oweCall } from './calls.js';
import { answerHandling } from './handling.js';
import { endDraft } from './intake/end-draft.js';
import { askContent } from './intake/ask.js';
import { proceed } from './intake/proceed.js';
import { tellStory } from './intake/draft.js';
import type { Heard } from './listen.js';
import { notifyDesk } from './person.js';
import { answerWhichFirst } from './several.js';
import { answerWhichCase, tellCase } from './status/status.js';
import { latestOpen } from './status/case-words.js';
import type { Turn } from './turn.js';
import { answerAid } from './urgent.js';
import { phrase } from './wording/phrase.js';

/** Answers a question of few choices that is no field: what it was about stands in its detail. False: it fell away. */
export function answerChosen(turn: Turn, heard: Heard): boolean {
  const { what, number } = turn.dialog.open?.detail ?? {};
  if (what === 'aid' || what === 'safe' || what === 'where') {
    answerAid(turn, heard);
    return true;
  }
  if (what === 'case' && answerWhichCase(turn, heard)) return true;
  turn.dialog.open = undefined;
  if (what === 'visit') {
    turn.perform.push({ verb: 'add-to-case', caseNumber: number, args: { text: heard.text } });
    return true;
  }
  if (what === 'several') {
    answerWhichFirst(turn, heard);
    return true;
  }
  if (what === 'handling') return answerHandling(turn, heard, number ?? '');
  if (what === 'calls') return answerToCall(turn, heard, number ?? '');
  if (what === 'this-case') return answerWhichMatter(turn, heard);
  if (what === 'message') return takeMessage(turn, heard);
  if (what === 'callback') return takeCallback(turn, heard);
  if (what === 'resume') return answerResume(turn, heard);
  return false;
}

function answerWhichMatter(turn: Turn, heard: Heard): boolean {
  if (heard.choice === 'this_case' || heard.means.command === 'yes') {
    tellCase(turn, latestOpen(turn.context.cases));
    return true;
  }
  if (heard.choice !== 'new_matter' && heard.means.command !== 'no') return false;
  turn.say('ask.content');
  askContent(turn);
  return true;
}

function answerResume(turn: Turn, heard: Heard): boolean {
  if (heard.choice === 'cancel') {
    endDraft(turn);
    turn.say('cancel.done');
    return true;
  }
  if (heard.means.command !== 'yes' || !turn.draft) return false;
  proceed(turn);
  return true;
}

/** Other ways than waiting, offered while nobody is free. True when one was taken. */
export function answerWaiting(turn: Turn, heard: Heard): boolean {
  const { choice = waysNamed(turn, heard) } = heard;
  if (choice === 'wait') turn.say('agent.waiting');
  else if (choice === 'message') {
    turn.say('message.ask');
    turn.dialog.open = { kind: 'choose', tries: 0, choices: [], detail: { what: 'message' } };
  } else if (choice === 'call') askCallback(turn);
  else return false;
  return true;
}

/** Who waits may take another way in words, offered or not. */
function waysNamed({ control }: Turn, { text }: Heard): string | undefined {
  if (control.by !== 'waiting') return undefined;
  if (/^(?:那)?(?:我)?先?留言(?:吧)?$|^(?:i'll )?leave a message$/i.test(text)) return 'message';
  return /^(?:请|請|麻烦|麻煩|帮我|幫我)?(?:回电|回電|打给我|打給我|打电话给我|打電話給我|给我打电话|給我打電話|给我回电|給我回電)(?:给我|給我)?(?:吧)?$|^(?:please )?call me(?: back)?(?: please)?$/i.test(
    text,
  )
    ? 'call'
    : undefined;
}

function takeMessage(turn: Turn, heard: Heard): boolean {
  const by = callDue(turn);
  const filed = latestOpen(turn.context.cases);
  if (turn.draft) tellStory(turn.draft, heard.event.id, heard.text, heard.means.rest);
  else if (filed) turn.perform.push({ verb: 'add-to-case', caseNumber: filed.case.number, args: { text: heard.text } });
  const date = { date: by.toISOString(), form: 'promise' } as const;
  notifyDesk(turn, phrase('notify.left_message', { text: heard.text, by: date }), false);
  oweCall(turn, { because: 'message', by });
  turn.say('message.taken', { by: date });
  if (turn.draft) proceed(turn);
  return true;
}

function askCallback(turn: Turn): void {
  const phone = phoneOf(turn);
  if (phone) return bookCall(turn, phone);
  turn.say('callback.phone');
  turn.dialog.open = { kind: 'choose', tries: 0, choices: [], detail: { what: 'callback' } };
}

function takeCallback(turn: Turn, heard: Heard): boolean {
  const phone = heard.means.facts.find(({ field }) => field === 'phone')?.value;
  if (!phone) return false;
  bookCall(turn, phone);
  return true;
}

function bookCall(turn: Turn, phone: string): void {
  const by = callDue(turn);
  oweCall(turn, { because: 'call', by });
  turn.say('agent.callback', { by: { date: by.toISOString(), form: 'promise' }, phone });
  if (turn.draft) proceed(turn);
}

function phoneOf(turn: Turn): string | undefined {
  return turn.draft?.fields['phone'] ?? latestOpen(turn.context.cases)?.case.fields['phone'];
}
