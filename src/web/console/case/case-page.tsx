import { IconMessageCircle, IconPrinter, IconWorld } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { asProblem, type Problem } from '../api/problem.js';
import { useCase, useCourse } from '../api/queries.js';
import { useMe } from '../api/session.js';
import { useCommands } from '../frame/commands.js';
import { Frame } from '../frame/frame.js';
import { useKeys } from '../frame/keys.js';
import { Face, Failed, Icon, SeverityChip, Waiting } from '../frame/parts.js';
import { useShell } from '../frame/shell.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { KEYS, NextStep, shownInCard } from './next-step.js';
import { OperationDialog } from './operation-dialog.js';
import { Operations } from './operations.js';
import { Records } from './records.js';
import { CaseSide } from './side.js';
import { StagePath } from './stage-path.js';
import { Timeline } from './timeline.js';

const TITLE = 60;

/** One case: where it stands, what is next, what was found and done, and everything one may do to it. */
export default function CasePage({ number }: { number: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const [, go] = useLocation();
  const { palette } = useShell();
  const { data: of, error, refetch } = useCase(number);
  const { data: course } = useCourse(number);
  const [verb, setVerb] = useState<string>();
  const [notUndone, setNotUndone] = useState<Problem>();
  const operate = (next: string) => {
    setNotUndone(undefined);
    setVerb(next);
  };

  const commands = useMemo(
    () =>
      (of?.allowed ?? []).map(({ verb, allowed, because }) => ({
        id: `verb-${verb}`,
        group: t('palette.here', { number }),
        label: `${labels.verb(verb)}…`,
        also: verb,
        keys: KEYS[verb],
        because: allowed ? undefined : labels.problem(because ?? ''),
        run: () => setVerb(verb),
      })),
    [of, number, labels, t],
  );
  useCommands('case', commands);

  const may = (verb: string) => of?.allowed.some((one) => one.verb === verb && one.allowed);
  const key = (verb: string) => (may(verb) ? () => operate(verb) : undefined);
  useKeys({
    v: key('record-finding'),
    p: key('propose-remedy'),
    a: key('approve'),
    r: key('refuse'),
    n: key('add-note'),
    'shift+a': key('assign'),
    t: course?.conversation ? () => go(`/conversations/${course.conversation}`) : undefined,
    u: () => document.getElementById('evidence')?.focus(),
    y: () => void navigator.clipboard?.writeText(number).then(() => toast(t('admin.copied'))),
    escape: () => go('/cases'),
  });

  const parent = { title: t('nav.cases'), path: '/cases' };
  if (error && asProblem(error).status === 404)
    return (
      <Frame title={t('gone.case')} parent={parent}>
        <div className="empty stack">
          <p>{t('gone.caseText')}</p>
          <p>
            <Link className="btn primary" href="/cases">
              {t('gone.toCases')}
            </Link>
          </p>
        </div>
      </Frame>
    );
  if (!of)
    return (
      <Frame title={number} parent={parent}>
        {error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={6} />}
      </Frame>
    );
  const book = labels.book(of.playbook);
  const content = of.fields.content ?? '';
  const owner = of.assigned ?? of.owner;
  return (
    <Frame title={number} parent={parent}>
      <header className="case-head">
        <p className="only-print k">
          {t('case.printed', {
            number,
            at: moment(new Date(), labels.language, new Date(0)),
            name: me.displayName,
            count: of.timeline.length,
            hash: course?.lastHash?.slice(0, 12),
          })}
        </p>
        <div className="case-title">
          <div>
            <h2 lang={of.language}>{content.length > TITLE ? `${content.slice(0, TITLE)}…` : content}</h2>
            <div className="facts">
              <SeverityChip playbook={of.playbook} severity={of.severity} />
              <span>
                {[labels.of(of.playbook, 'natures', of.nature), labels.of(of.playbook, 'categories', of.category)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span>{of.fields.name}</span>
              <span className="inline">
                <Icon of={IconWorld} size={14} />
                <span className="vh">{t('case.cameBy')} </span>
                {course?.channel ? t(`channel.${course.channel}`, course.channel) : labels.value(of.source)}
              </span>
              {book && (
                <span className="no-s">
                  {t('case.version', { title: book.title[labels.language], n: book.version })}
                </span>
              )}
              <span className="inline">
                {of.assigned && <Face name={labels.who(of.assigned)} size="s" />}
                {owner ? t('case.owner', { name: labels.who(owner, of.playbook) }) : t('case.nobody')}
              </span>
            </div>
          </div>
          <div className="end no-s no-print inline">
            {course?.conversation && (
              <Link className="btn" href={`/conversations/${course.conversation}`}>
                <Icon of={IconMessageCircle} />
                {t('case.talk')}
              </Link>
            )}
            <button type="button" className="btn" onClick={() => window.print()}>
              <Icon of={IconPrinter} />
              {t('case.print')}
            </button>
            <button type="button" className="btn" onClick={palette}>
              {t('case.more')}
            </button>
          </div>
        </div>
        <StagePath of={of} course={course} />
      </header>
      {notUndone && (
        <p className="notice late" role="alert">
          {t('op.notUndone')} {labels.problem(notUndone.code)}
        </p>
      )}
      <div className="case">
        <div data-region tabIndex={-1}>
          <NextStep key={of.stage} of={of} course={course} operate={operate} />
          <Records of={of} />
          <Operations of={of} elsewhere={shownInCard(of, course)} operate={operate} />
          <Timeline of={of} course={course} />
        </div>
        <CaseSide of={of} course={course} />
      </div>
      {verb && (
        <OperationDialog
          key={verb}
          number={number}
          verb={verb}
          onClose={() => setVerb(undefined)}
          onUndoFailed={setNotUndone}
        />
      )}
    </Frame>
  );
}
