import type { Playbook } from '../src/domain/playbook.js';
import { callDue, oweCall } from './calls.js';
import { answerAsk } from './asks/ask-answers.js';
import { hearChild } from './child.js';
import { choices } from './choices.js';
import { hotlinesOf } from './hotlines.js';
import { awaitField } from './intake/ask.js';
import { fieldOf } from './intake/fields.js';
import { proceed } from './intake/proceed.js';
import { setField, tellStory } from './intake/draft.js';
import { takeStory } from './intake/story.js';
import { readingContext, type Heard } from './listen.js';
import { callPerson, callUrgently, notifyDesk } from './person.js';
import type { PhraseKey } from './phrases/phrase-keys.js';
import { latestOpen } from './status/case-words.js';
import type { Turn } from './turn.js';
import { fromLocal, toLocal } from '../src/domain/working-time.js';
import { understand } from './understanding/understand.js';
import type { Alarm } from './understanding/understood.js';
import { phrase } from './wording/phrase.js';

/** Highest first; from each of these a person is called at once, before any further question. */
const RUNGS = ['self-harm', 'danger', 'injury', 'violence', 'harassment', 'bereavement'] as const;
type Rung = (typeof RUNGS)[number];

const BECAUSE: Record<Rung, PhraseKey> = {
  'self-harm': 'because.selfharm',
  danger: 'because.danger',
  injury: 'because.injury',
  violence: 'because.violence',
  harassment: 'because.harassment',
  bereavement: 'because.bereavement',
};

/** The words that speak of fire and gas need another number than those of a wound. */
const FIRE = /火|烟|煙|爆|气|氣|瓦斯|困|fire|smoke|gas|burn|trapped/i;

/** Somebody missing, followed or broken in on needs the police before a doctor. */
const POLICE =
  /酒驾|酒駕|醉驾|醉駕|走丢|走丟|走失|失踪|失蹤|失联|失聯|不见了|不見了|找不|跟踪|跟蹤|尾随|尾隨|闯|闖|撬|入室|missing|lost|drunk|can't find|cannot find|follow|broke into|break/i;

/** Hears an alarm: a person is called, safety first, then only what the ladder says. True when there was one. */
export function answerAlarm(turn: Turn, heard: Heard): boolean {
  const rung = highest(heard.means.alarms);
  if (!rung || isOlder(turn, rung)) return false;
  if (rung === 'danger' && isOver(turn, heard)) return tellOfPast(turn);
  turn.memory['alarm'] = rung;
  callUrgently(turn, rung, phrase(BECAUSE[rung]));
  tellAlerted(turn, rung);
  if (!turn.draft && answerAsk(turn, heard)) {
    sayAcknowledged(turn, heard, rung);
    return true;
  }
  const filed = turn.draft ? undefined : latestOpen(turn.context.cases);
  if (filed && turn.memory['alarmFiled'] === filed.case.number) {
    turn.perform.push({ verb: 'add-to-case', caseNumber: filed.case.number, args: { text: heard.text } });
    sayAcknowledged(turn, heard, rung);
    return true;
  }
  takeStory(turn, heard);
  sayAcknowledged(turn, heard, rung);
  if (heard.means.signs.includes('child')) hearChild(turn);
  goOnAfter(turn, rung);
  return true;
}

function highest(alarms: Alarm[]): Rung | undefined {
  return RUNGS.find((rung) => alarms.includes(rung));
}

/** Words that keep a danger present, whenever it began. */
const STILL =
  /现在|現在|还在|還在|正在|目前|马上|馬上|快来|快來|救命|出不|下不|\b(?:now|still|right here|help us|help me)\b/i;
const HOUR = 3_600_000;
/** A danger of longer ago has passed. */
const PAST = 3 * HOUR;

/** Whether they tell of a danger that is over: an earlier day, or hours ago, and nothing that says it goes on. */
function isOver({ context }: Turn, { means, text }: Heard): boolean {
  const at = means.facts.find(({ field }) => field === 'occurred_at')?.value;
  if (at === undefined || STILL.test(text)) return false;
  const { zone } = context.playbook.calendar;
  const today = toLocal(context.now, zone).slice(0, 10);
  if (!/\d\d:\d\d$/.test(at)) return at.slice(0, 10) < today;
  return context.now.getTime() - fromLocal(at, zone).getTime() >= PAST;
}

/** Nobody needs to be brought to safety; those whom a major case alerts hear of it, and the story is taken like any other. */
function tellOfPast(turn: Turn): false {
  if (!turn.memory['pastDanger']) tellAlerted(turn, 'danger');
  turn.memory['pastDanger'] = true;
  return false;
}

/** Said once: the same or a graver one was heard in this matter before. */
function isOlder(turn: Turn, rung: Rung): boolean {
  const before = RUNGS.indexOf(String(turn.memory['alarm']) as Rung);
  return before >= 0 && before <= RUNGS.indexOf(rung);
}

/** Those whom a major case alerts hear of it before there is a case. */
function tellAlerted(turn: Turn, rung: Rung): void {
  for (const role of new Set(alertedRoles(turn.context.playbook))) {
    notifyDesk(turn, phrase('notify.urgent', { what: { phrase: phrase(BECAUSE[rung]) } }), true, { role });
  }
}

function alertedRoles({ alerts, severities }: Playbook): string[] {
  const highest = severities.at(-1)?.id;
  return alerts.filter(({ on }) => on !== 'opened' && on.severity === highest).flatMap(({ tell }) => tell);
}

function sayAcknowledged(turn: Turn, heard: Heard, rung: Rung): void {
  const { playbook, staffed } = turn.context;
  turn.memory['heardOut'] = true;
  const lines = hotlinesOf(playbook, rung === 'danger' && FIRE.test(heard.text) ? 'fire' : 'hurt');
  const { emergency, police, support } = lines;
  if (heard.means.signs.includes('insult')) turn.say('ack.insult');
  if (rung === 'self-harm') turn.say('ack.selfharm', { emergency, support });
  else if (rung === 'danger') turn.say('ack.danger', { emergency: POLICE.test(heard.text) ? police : emergency });
  else if (rung === 'injury') turn.say('ack.injury', { emergency });
  else if (rung === 'violence' || rung === 'harassment') turn.say(`ack.${rung}`, { police });
  else turn.say('ack.bereavement');
  if (rung === 'harassment' && playbook.region === 'tw') {
    turn.say('safety.protection', { support: { phrase: phrase('hotline.protection.tw') } });
  }
  if (staffed) return;
  const role =
    playbook.roles.find(({ id }) => id === playbook.alerts.flatMap(({ tell }) => tell)[0]) ?? playbook.roles[0];
  if (role) turn.say('agent.offduty', { role: { texts: role.label } });
}

/** Only what the row of the ladder says is asked. */
function goOnAfter(turn: Turn, rung: Rung): void {
  const draft = turn.draft!;
  const { playbook } = turn.context;
  if (rung === 'violence') return proceed(turn);
  if (rung === 'self-harm') {
    turn.memory['quiet'] = true;
    turn.memory['noReminder'] = true;
    turn.dialog.open = undefined;
    return;
  }
  draft.urgent = rung;
  draft.kind ??= playbook.kinds[0]?.id;
  if (rung === 'injury') {
    turn.ask({ kind: 'choose', tries: 0, detail: { what: 'aid' } }, choices('first_aid', 'hospital', 'no_aid'));
  } else if (rung === 'harassment') {
    turn.ask({ kind: 'choose', tries: 0, detail: { what: 'safe' } }, choices('unsafe', 'safe'));
  } else {
    if (rung === 'bereavement') {
      turn.memory['noReminder'] = true;
      oweCall(turn, { kind: 'callback', to: alertedRoles(playbook)[0], because: rung, by: callDue(turn) });
    }
    const field = fieldOf(playbook, rung === 'danger' ? 'place' : 'phone');
    if (!field && rung === 'danger') {
      return void turn.ask({ kind: 'choose', tries: 0, detail: { what: 'where' } }, choices('skip'));
    }
    if (!field || draft.fields[field.id] !== undefined) return proceed(turn);
    draft.asked.push(field.id);
    awaitField(turn, field);
  }
}

/** After words of self-harm nothing is asked until they, or a person, go on. True when the message was only kept. */
export function answerQuietly(turn: Turn, heard: Heard): boolean {
  if (!turn.memory['quiet'] || !turn.draft) return false;
  const { command, facts } = heard.means;
  const goesOn = heard.choice !== undefined || facts.length > 0 || command === 'file' || command === 'submit';
  if (goesOn) {
    delete turn.memory['quiet'];
    return false;
  }
  takeStory(turn, heard);
  callPerson(turn, 'self-harm');
  return true;
}

/** More exact words on where they are stand in place of the story's. */
function hearWhere(turn: Turn, heard: Heard): void {
  const draft = turn.draft!;
  const isField = fieldOf(turn.context.playbook, 'place') !== undefined;
  tellStory(draft, heard.event.id, heard.text, isField ? '' : heard.text);
  const { filled, ...around } = readingContext(turn);
  const { place: _told, ...others } = filled ?? {};
  const { facts } = understand(heard.text, { ...around, filled: others, open: 'place' });
  for (const fact of facts) {
    if (fact.sure && (fact.field === 'place' || draft.fields[fact.field] === undefined)) {
      setField(draft, fact.field, fact.value, heard.event.id, fact.vague);
    }
  }
}

const AT_HOSPITAL =
  /(?:去|到|送|在).{0,4}(?:医院|醫院|急诊|急診)|\b(?:at|in|to) (?:the |a )?(?:hospital|clinic|emergency room|er)\b/i;

/** How the person is, or whether they are safe: the words say where, or more of what happened. */
export function answerAid(turn: Turn, heard: Heard): void {
  const { playbook } = turn.context;
  const { emergency } = hotlinesOf(playbook, 'hurt');
  if (heard.choice === 'first_aid') turn.say('urgent.first_aid', { emergency });
  if (heard.choice === 'unsafe')
    notifyDesk(turn, phrase('notify.urgent', { what: { phrase: phrase('because.danger') } }), true);
  // Where they are cared for is not where it happened.
  const told = heard.means.facts.some(({ field }) => field === 'place');
  const cared = AT_HOSPITAL.test(heard.text) && !told;
  if (cared) tellStory(turn.draft!, heard.event.id, heard.text, '');
  else if (heard.text !== '' && heard.choice === undefined) hearWhere(turn, heard);
  proceed(turn);
}
