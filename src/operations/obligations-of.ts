import type { Breach, Case, CaseClockEntry } from '../domain/case.js';
import { nextMark, type MarkPercent } from '../domain/clock.js';
import { rulesOf } from '../domain/common-rules.js';
import type { Duration } from '../domain/duration.js';
import type { Obligation, ObligationKind } from '../domain/obligation.js';
import type { Playbook } from '../domain/playbook.js';
import { addDuration, inWakingHours } from '../domain/working-time.js';
import { recordTasks } from './record-tasks.js';
import { isGoing } from './running-clocks.js';

type Owed = Pick<Obligation, 'id' | 'dueAt'> & Partial<Obligation>;

/** Everything owed for a case, derived from the case alone; ids are natural keys, so the same promise is one row. */
export function obligationsOf(of: Case, playbook: Playbook): Obligation[] {
  const make = (kind: ObligationKind, owed: Owed): Obligation => ({
    kind,
    caseNumber: of.number,
    conversationId: of.conversationId,
    detail: {},
    state: 'owed',
    order: of.version,
    ...owed,
    id: again(of, owed.id ? `${kind}/${owed.id}` : kind),
  });
  const dues = new Dues(of, playbook);
  const all: [ObligationKind, Owed[]][] = [
    ['clock-mark', [...dues.marks(), ...dues.unacknowledged()]],
    ['acknowledge', dues.acknowledgements()],
    ['acceptance-reminder', dues.reminder()],
    ['acceptance-lapse', dues.lapse()],
    ['question-reminder', dues.questionReminder()],
    ['question-lapse', dues.questionLapse()],
    ['call-customer', callsOf(of, undefined)],
    ['callback', [...callsOf(of, 'callback'), ...of.callbacks.map(({ id, to, dueAt }) => owedBy(id, to, dueAt))]],
    ['status-update', dues.statusUpdate()],
    ['survey', dues.survey()],
    ['survey-reminder', dues.surveyReminder()],
    ['survey-expiry', dues.surveyExpiry()],
    ['retention', of.keepUntil ? [owedBy(of.keepUntil.toISOString(), 'admin', of.keepUntil)] : []],
  ];
  return [
    ...all.flatMap(([kind, owed]) => owed.map((one) => make(kind, one))),
    ...recordTasks(of, playbook).map(({ kind, ...owed }) => make(kind, { ...owed, byPerson: true })),
  ];
}

/** The natural key; a promise that was settled and is owed again is another row. */
function again({ number, settled }: Case, id: string): string {
  const times = settled.find((one) => one.id === id)?.times ?? 0;
  return `${number}/${id}${times > 0 ? `~${times}` : ''}`;
}

/** The key of a promise within its case, whichever time it is owed. */
export function plainKey({ id }: Obligation, { number }: Case): string {
  return id.slice(number.length + 1).replace(/~\d+$/, '');
}

function owedBy(id: string, to: string, dueAt: Date, detail: Obligation['detail'] = {}): Owed {
  return { id, to, dueAt, detail, byPerson: true };
}

function callsOf({ calls }: Case, kind: 'callback' | undefined): Owed[] {
  const ofKind = calls.filter((call) => call.kind === kind);
  return ofKind.map(({ id, to, dueAt, because }) => owedBy(id, to, dueAt, { because }));
}

class Dues {
  constructor(
    private readonly of: Case,
    private readonly playbook: Playbook,
  ) {}

  marks(): Owed[] {
    return this.of.clocks.flatMap((clock) => {
      const mark = isGoing(clock) ? nextMark(clock, this.playbook.calendar) : undefined;
      return mark ? [this.mark(clock, mark.percent, mark.at)] : [];
    });
  }

  acknowledgements(): Owed[] {
    return this.unheard().map(({ clock, nth, superior, acknowledgeBy }) =>
      owedBy(`${clock}/${nth}`, superior!, acknowledgeBy!, { clock, nth }),
    );
  }

  unacknowledged(): Owed[] {
    return this.unheard()
      .filter(({ passedOn }) => !passedOn)
      .map(({ clock, nth, acknowledgeBy }) => ({
        id: `${clock}/${nth}/unacknowledged`,
        dueAt: acknowledgeBy!,
        detail: { clock, nth, mark: 'unacknowledged' },
      }));
  }

  reminder(): Owed[] {
    const { asked } = this.of;
    if (!asked?.delivered || asked.remindedAt) return [];
    return [{ id: this.entry, dueAt: this.waking(this.after(asked.at, 'acceptanceReminder')) }];
  }

  lapse(): Owed[] {
    const { asked } = this.of;
    if (!asked?.delivered) return [];
    if (!this.playbook.neverSilent) return [{ id: this.entry, dueAt: this.after(asked.at, 'acceptanceLapse') }];
    let dueAt = this.after(asked.at, 'acceptanceLapse');
    for (let call = 0; call < asked.calls; call++) dueAt = this.after(dueAt, 'callAgain');
    return [{ id: `${this.entry}/${asked.calls}`, dueAt }];
  }

  questionReminder(): Owed[] {
    const { question } = this.of;
    if (!question || question.remindedAt) return [];
    return [{ id: stamp(question.at), dueAt: this.waking(this.after(question.at, 'questionReminder')) }];
  }

  questionLapse(): Owed[] {
    const { question } = this.of;
    return question ? [{ id: stamp(question.at), dueAt: this.after(question.at, 'questionExpiry') }] : [];
  }

  statusUpdate(): Owed[] {
    const dueAt = statusUpdateAt(this.of, this.playbook);
    return dueAt ? [{ id: '', dueAt }] : [];
  }

  survey(): Owed[] {
    const { state, dueAt, heldBack } = this.of.survey;
    return state === 'owed' && dueAt && !heldBack ? [{ id: stamp(dueAt), dueAt }] : [];
  }

  surveyReminder(): Owed[] {
    const { state, askedAt, remindedAt, score } = this.of.survey;
    if (state !== 'asked' || !askedAt || remindedAt || score !== undefined) return [];
    return [{ id: stamp(askedAt), dueAt: this.waking(this.after(askedAt, 'surveyReminder')) }];
  }

  surveyExpiry(): Owed[] {
    const { state, askedAt } = this.of.survey;
    return state === 'asked' && askedAt ? [{ id: stamp(askedAt), dueAt: this.after(askedAt, 'surveyExpiry') }] : [];
  }

  private mark(clock: CaseClockEntry, percent: MarkPercent, dueAt: Date): Owed {
    return {
      id: `${clock.id}/${clock.round}/${percent}`,
      dueAt,
      detail: { clock: clock.id, nth: clock.round, mark: percent },
    };
  }

  private unheard(): Breach[] {
    return this.of.breaches.filter(
      ({ superior, acknowledgeBy, acknowledgedAt }) => superior && acknowledgeBy && !acknowledgedAt,
    );
  }

  private get entry(): string {
    return String(this.of.course.length);
  }

  private after(at: Date, rule: 'acceptanceReminder' | 'acceptanceLapse' | 'callAgain' | SurveyOrQuestion): Date {
    return addDuration(at, rulesOf(this.playbook)[rule] as Duration, this.playbook.calendar);
  }

  private waking(at: Date): Date {
    return inWakingHours(at, this.playbook.calendar.zone);
  }
}

type SurveyOrQuestion = 'questionReminder' | 'questionExpiry' | 'surveyReminder' | 'surveyExpiry';

/** When the customer hears at the latest that nothing is new; not while the case waits for them. */
export function statusUpdateAt(of: Case, playbook: Playbook): Date | undefined {
  if (of.status !== 'open' || of.question || !of.heardAt) return undefined;
  const due = addDuration(of.heardAt, rulesOf(playbook).silence, playbook.calendar);
  return inWakingHours(due, playbook.calendar.zone);
}

function stamp(at: Date): string {
  return at.toISOString();
}
