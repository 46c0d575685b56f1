import type { Case } from '../src/domain/case.js';
import type { PhraseValue } from '../src/domain/phrase.js';
import { askToCall } from './call-consent.js';
import { settleCalls } from './calls.js';
import { choices } from './choices.js';
import { endDraft } from './intake/end-draft.js';
import { nextMatter } from './several.js';
import type { Turn } from './turn.js';

/** The case is stored: its number first, what follows, by when, how to ask. */
export function giveReceipt(turn: Turn, of: Case): void {
  const { number } = of;
  const { playbook, promisedBy, linkOf } = turn.context;
  const withoutPhone = turn.draft?.passed.includes('phone') ?? false;
  const urgent = turn.draft?.urgent !== undefined;
  const next = nextMatter(turn);
  turn.dialog.filing = undefined;
  endDraft(turn);
  settleCalls(turn, 'waived', 'filed');
  if (urgent) turn.memory['alarmFiled'] = number;
  const receipt = playbook.kinds.find(({ id }) => id === of.kind)?.receipt ?? 'complaint';
  const promised = promisedBy(of);
  const by: PhraseValue | undefined = promised && { date: promised.toISOString(), form: 'promise' };
  const link = linkOf(number);
  const alerted = alertedRole(turn, of);
  if (alerted !== undefined || !by) {
    turn.say('receipt.registered', { number });
    if (alerted !== undefined) turn.say('receipt.alert', { role: alerted });
    if (by) turn.say('receipt.by', { by });
    turn.say('receipt.progress', { link });
  } else {
    turn.say(`receipt.${receipt}`, { number, by, link });
  }
  if (of.linked[0]) turn.say('repeat.linked', { number: of.linked[0] });
  if (withoutPhone && !turn.context.channel.push) turn.say('channel.nopush', { link });
  turn.mark({ receipt: { number }, caseNumber: number, heard: 'desk', ofDialog: false });
  if (next) next();
  else if (!urgent && of.calls.length === 0) askToCall(turn, of);
}

/** Nothing was stored: everything said stays, and can be filed again. */
export function sayNotSaved(turn: Turn): void {
  turn.dialog.filing = undefined;
  turn.say('error.save');
  if (turn.draft) turn.ask({ kind: 'readback', tries: 0 }, choices('submit', 'edit', 'cancel'));
}

/** Whom the playbook alerts at the highest severity; only where the case has it is it said. */
function alertedRole(turn: Turn, of: Case): PhraseValue | undefined {
  const { playbook } = turn.context;
  const highest = playbook.severities.at(-1)?.id;
  if (playbook.severities.length < 2 || of.severity !== highest) return undefined;
  const alert = playbook.alerts.find(
    ({ on, kinds }) => on !== 'opened' && on.severity === highest && (kinds?.includes(of.kind) ?? true),
  );
  const role = playbook.roles.find(({ id }) => id === alert?.tell[0]);
  return role && { texts: role.label };
}
