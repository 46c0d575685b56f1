import { extendClock } from '../domain/clock.js';
import { waitingExtension } from './approvals.js';
import type { CaseWork } from './case-work.js';
import { changeClocks, isGoing } from './running-clocks.js';
import { clockLabel, promise, whoLabel } from './wordings.js';

/** The clock gets its new due time, and the customer a letter. */
export function grantExtension(work: CaseWork): void {
  const extension = waitingExtension(work);
  if (!extension) return;
  extension.state = 'approved';
  const { clock: id, dueAt, by, because } = extension;
  const nth = work.of.clocks.findLast((clock) => clock.id === id)?.round;
  changeClocks(
    work.of,
    (clock) => clock.id === id && clock.round === nth && isGoing(clock),
    (clock) => extendClock(clock, work.now, dueAt, by, because),
  );
  const { number } = work.of;
  const what = clockLabel(work.playbook, id);
  work.notify({ person: by }, { key: 'notify.extended', values: { number, clock: what, by: promise(dueAt) } });
  const customerWhat = { phrase: { key: `what.${customerLabel(work)}` } };
  const values = { number, what: customerWhat, by: promise(dueAt), reason: because };
  work.tell({ say: [{ key: 'late.extended', values }] });
}

export function refuseExtension(work: CaseWork, reason: string): void {
  const extension = waitingExtension(work);
  if (!extension) return;
  extension.state = 'refused';
  const what = clockLabel(work.playbook, extension.clock);
  work.notify({ person: extension.by }, { key: 'notify.refused', values: { number: work.of.number, what, reason } });
}

/** Asks the next superior. */
export function askForExtension(work: CaseWork): void {
  const extension = waitingExtension(work);
  if (!extension) return;
  const { clock, dueAt, because, approver, by } = extension;
  const what = clockLabel(work.playbook, clock);
  const values = {
    number: work.of.number,
    person: whoLabel(work, by),
    clock: what,
    by: promise(dueAt),
    reason: because,
  };
  work.notify({ role: approver }, { key: 'notify.extension', values });
}

function customerLabel({ of, playbook }: CaseWork): string {
  const label = playbook.stages.find(({ id }) => id === of.stage)?.customerLabel ?? 'look';
  return label === 'you' ? 'reply' : label;
}
