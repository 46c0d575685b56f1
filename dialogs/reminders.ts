import { inWakingHours } from '../src/domain/working-time.js';
import { choices } from './choices.js';
import { sayWaited, waitAgain } from './person.js';
import type { Turn } from './turn.js';

const HOUR = 3_600_000;
/** So long after the last word an unfinished draft is remembered, once. */
const SILENCE = 20 * HOUR;
/** Moves of less than this are not worth a write. */
const SAME = 60_000;

/** Keeps the one reminder of a draft where it belongs: so long after the last word, none without a draft. */
export function tendReminder(turn: Turn): void {
  const { draft, memory, context, dialog } = turn;
  const id = memory['reminder'];
  const wanted = draft !== undefined && !memory['noReminder'] && dialog.filing === undefined;
  if (dialog.filing !== undefined) return;
  if (typeof id === 'string' && !wanted) {
    turn.effects.push({
      kind: 'settle',
      key: '',
      obligationId: id,
      state: 'waived',
      because: draft ? 'quiet' : 'no draft',
    });
    delete memory['reminder'];
    return;
  }
  if (!wanted || memory['reminded']) return;
  const dueAt = inWakingHours(new Date(context.now.getTime() + SILENCE), context.playbook.calendar.zone);
  if (typeof id !== 'string') oweReminder(turn, dueAt);
  else if (Math.abs(dueAt.getTime() - Number(memory['reminderDue'])) >= SAME) {
    turn.effects.push({ kind: 'move', key: '', obligationId: id, dueAt });
    memory['reminderDue'] = dueAt.getTime();
  }
}

function oweReminder(turn: Turn, dueAt: Date): void {
  const id = `draft-reminder/${turn.id}/${turn.draft!.startedAt.getTime()}`;
  turn.memory['reminder'] = id;
  turn.memory['reminderDue'] = dueAt.getTime();
  turn.effects.push({
    kind: 'owe',
    key: '',
    obligation: { id, kind: 'draft-reminder', conversationId: turn.id, detail: {}, dueAt, state: 'owed', order: 0 },
  });
}

/** A promise on the timetable came due. */
export function remind(turn: Turn, what: 'draft-reminder' | 'agent-wait' | 'agent-reminder'): void {
  if (what === 'agent-wait') return sayWaited(turn);
  if (what === 'agent-reminder') return waitAgain(turn);
  const { memory, draft } = turn;
  delete memory['reminder'];
  if (!draft || memory['reminded'] || memory['noReminder']) return;
  memory['reminded'] = true;
  turn.say('reminder.draft').offer(choices('cancel', 'resume'));
}
