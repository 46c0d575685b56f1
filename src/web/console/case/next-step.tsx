import { IconArrowRight, IconCheck, IconRubberStamp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Course, FullCase } from '../api/case-shapes.js';
import { useMe } from '../api/session.js';
import { Act, Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { Chain } from './chain.js';
import { Guess } from './guess.js';
import { Money } from './money.js';
import { Remind } from './remind.js';
import { useWaitsFor } from './use-waits-for.js';

const MORE = 4;

interface Props {
  of: FullCase;
  course?: Course;
  operate: (verb: string) => void;
}

/** What this stage needs, from whom, with the buttons for it; for anybody else the same card says who is waited for. */
export function NextStep({ of, course, operate }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const zone = labels.book(of.playbook)?.calendar.zone;
  const needs = neededVerbs(of, course);
  const because = (verb: string) => {
    const found = of.allowed.find((one) => one.verb === verb);
    return found?.allowed ? undefined : labels.problem(found?.because ?? 'NOT_NOW');
  };
  const mine =
    needs.length > 0
      ? needs.some((verb) => because(verb) === undefined)
      : Boolean(course?.waitsFor?.people.includes(me.name));
  const deciding = needs.includes('approve');
  const others = of.allowed.filter(({ verb, allowed }) => allowed && !needs.includes(verb)).map(({ verb }) => verb);
  const also = deciding ? ['refuse'] : others.filter((verb) => STEPS.has(verb)).slice(0, MORE);
  const stage = labels.of(of.playbook, 'stages', of.stage);
  const over = of.status === 'closed' || of.status === 'withdrawn';
  const { customer } = course?.owner ?? {};
  const [first] = needs;
  const who = useWaitsFor(of, course, deciding);
  const title = over
    ? t('case.nextClosed', { at: of.closedAt ? moment(of.closedAt, labels.language, new Date(), zone) : '' })
    : customer
      ? t('case.nextCustomer')
      : mine
        ? t('case.nextYou', { stage })
        : t('case.nextOther', { who, stage });
  return (
    <section className="panel now" aria-labelledby="next-step">
      <header>
        <Icon of={deciding ? IconRubberStamp : IconArrowRight} />
        <h3 id="next-step">{title}</h3>
        {of.rounds > 0 && <span className="k end nowrap">{t('case.round', { n: of.rounds })}</span>}
      </header>
      <div className="in-p">
        <Money remedies={of.remedies} playbook={of.playbook} language={of.language} />
        {of.question && (
          <p className="k" lang={of.language}>
            {t('case.question', { text: of.question.text })}
          </p>
        )}
        {!over && !customer && first === 'classify' && <Guess of={of} suggested={course?.suggested} />}
        {!over && first !== 'classify' && (course?.needs ?? []).length > 0 && (
          <ul className="need-list">
            {course?.needs?.map(({ verb, with: given }, index) => (
              <li key={index}>
                {labels.verb(verb)}
                {given && given.length > 0 && (
                  <span className="k">
                    {' '}
                    {t('case.withArgs', { what: given.map(labels.argument).join(t('comma')) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {of.remedies.length > 0 && deciding && course?.approval && (
          <Chain
            playbook={of.playbook}
            stage={of.stage}
            approval={course.approval}
            proposer={of.remedies.at(-1)?.by}
            proposed={t('case.proposedBy', { name: labels.who(of.remedies.at(-1)?.by) })}
            mine={mine}
          />
        )}
      </div>
      {!over && !customer && (!mine || needs.some((verb) => verb !== 'classify')) && (
        <footer className="no-print">
          {!mine && course?.waitsFor && <Remind of={of} course={course} who={who} />}
          {needs
            .filter((verb) => verb !== 'classify')
            .map((verb, index) => (
              <Act
                key={verb}
                verb={verb}
                label={labels.verb(verb)}
                icon={verb === 'approve' ? IconCheck : undefined}
                keys={KEYS[verb]}
                primary={mine && index === 0}
                because={because(verb)}
                onAct={() => operate(verb)}
              />
            ))}
          {also.map((verb) => (
            <Act
              key={verb}
              verb={verb}
              label={labels.verb(verb)}
              keys={KEYS[verb]}
              because={because(verb)}
              onAct={() => operate(verb)}
            />
          ))}
        </footer>
      )}
    </section>
  );
}

/** The operations that the stage still needs and that staff perform. */
export function neededVerbs(of: FullCase, course: Course | undefined): string[] {
  return [...new Set((course?.needs ?? []).map(({ verb }) => verb))].filter((verb) =>
    of.allowed.some((one) => one.verb === verb),
  );
}

/** Those with a button of their own in the card: shown once on the page. */
export function shownInCard(of: FullCase, course: Course | undefined): string[] {
  const needs = neededVerbs(of, course).filter((verb) => verb !== 'classify');
  return needs.includes('approve') ? [...needs, 'refuse'] : needs;
}

/** Operations that belong to a stage's own work, offered beside what it needs. */
const STEPS = new Set([
  'record-finding',
  'propose-remedy',
  'add-action',
  'carry-out-remedy',
  'inform-customer',
  'request-change',
  'ask-party',
]);

export const KEYS: Record<string, string> = {
  'record-finding': 'V',
  'propose-remedy': 'P',
  approve: 'A',
  refuse: 'R',
  assign: 'Shift+A',
};
