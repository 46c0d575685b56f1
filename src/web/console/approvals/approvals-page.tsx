import { IconArrowLeft, IconCheck, IconHourglass, IconLock, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useApprovals, useCase } from '../api/queries.js';
import type { Approval } from '../api/case-shapes.js';
import { Chain, laterTurns } from '../case/chain.js';
import { Money } from '../case/money.js';
import { OperationDialog } from '../case/operation-dialog.js';
import { Frame } from '../frame/frame.js';
import { useKeys } from '../frame/keys.js';
import { Act, ClockChip, Empty, Failed, Icon, Key, SeverityChip, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { ClockWhy } from './clock-why.js';
import { MoreTime } from './more-time.js';

/** What waits for one's approval, and what is not one's own to approve, with the reason. */
export default function ApprovalsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useApprovals();
  const [chosen, setChosen] = useState<string>();
  const [opened, setOpened] = useState(false);
  const mine = (data ?? []).filter(({ allowed }) => allowed);
  const late = mine.filter(({ clock }) => clock && clock.leftMs < 0);
  const later = mine.filter((one) => !late.includes(one));
  const notMine = (data ?? []).filter(({ allowed }) => !allowed);
  const order = [...late, ...later, ...notMine];
  const current = order.find((one) => keyOf(one) === chosen) ?? order[0];
  const move = (step: number) => {
    const at = current ? order.indexOf(current) : 0;
    const next = order[Math.max(0, Math.min(order.length - 1, at + step))];
    setChosen(next && keyOf(next));
  };
  useKeys({ j: () => move(1), k: () => move(-1), enter: () => setOpened(true), escape: () => setOpened(false) });
  return (
    <Frame
      title={t('nav.approvals')}
      fact={data && t('approvals.facts', { count: mine.length })}
      view={opened && current ? 'talk' : undefined}
    >
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={6} />)}
      {data && (
        <div className="cols pair">
          <section className="list" aria-label={t('approvals.list')} data-region tabIndex={-1}>
            {order.length === 0 && <Empty>{t('approvals.none')}</Empty>}
            {(
              [
                ['overdue', late],
                ['later', later],
                ['notYours', notMine],
              ] as const
            ).map(
              ([id, rows]) =>
                rows.length > 0 && (
                  <div key={id}>
                    <h2>
                      {t(`approvals.${id}`)} {rows.length}
                    </h2>
                    {rows.map((one) => (
                      <Row
                        key={keyOf(one)}
                        one={one}
                        current={one === current}
                        onChoose={() => {
                          setChosen(keyOf(one));
                          setOpened(true);
                        }}
                      />
                    ))}
                  </div>
                ),
            )}
          </section>
          <section className="detail" aria-label={t('approvals.detail')} data-region tabIndex={-1}>
            {current && <Detail key={keyOf(current)} one={current} onMove={move} onBack={() => setOpened(false)} />}
          </section>
        </div>
      )}
    </Frame>
  );
}

/** A case may wait for two things at once. */
const keyOf = ({ number, approval }: Approval) => `${number} ${approval.what}`;

function Row({ one, current, onChoose }: { one: Approval; current: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const by = one.extension?.by ?? one.remedies.at(-1)?.by;
  const who = one.approval.by.map((role) => labels.who(role, one.playbook)).join('、');
  const beside = one.allowed
    ? by && t(one.extension ? 'approvals.askedBy' : 'case.proposedBy', { name: labels.who(by) })
    : t('approvals.waits', { who });
  return (
    <button type="button" className="entry two" aria-current={current ? 'true' : undefined} onClick={onChoose}>
      <b>{one.content}</b>
      <span className="num strong">
        {one.extension ? t('approvals.moreTime') : one.total > 0 && labels.money(one.total, one.playbook)}
      </span>
      <span className="x">
        {one.allowed && one.clock ? (
          <ClockChip clock={one.clock} />
        ) : (
          <span className="st">
            <Icon of={IconLock} size={14} />
            {labels.problem(one.because ?? '')}
          </span>
        )}
        <span>{[one.name, beside].filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}

function Detail({ one, onMove, onBack }: { one: Approval; onMove: (step: number) => void; onBack: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: of } = useCase(one.number);
  const [verb, setVerb] = useState<string>();
  const who = one.approval.by.map((role) => labels.who(role, one.playbook)).join('、');
  const more = laterTurns(one.approval);
  const because = one.allowed ? undefined : labels.problem(one.because ?? '');
  useKeys({
    a: one.allowed ? () => setVerb('approve') : undefined,
    r: one.refusable ? () => setVerb('refuse') : undefined,
  });
  const { extension } = one;
  const sentBack = of?.approvals.findLast(({ state, what }) => state === 'refused' && what === one.approval.what);
  const proposer = extension?.by ?? one.remedies.at(-1)?.by;
  const proposed = proposer && t(extension ? 'approvals.askedBy' : 'case.proposedBy', { name: labels.who(proposer) });
  return (
    <div className="detail-in">
      <button type="button" className="btn plain only-s" onClick={onBack}>
        <Icon of={IconArrowLeft} />
        {t('backTo')}
      </button>
      <p className="k num">
        <Link href={`/cases/${one.number}`}>{one.number}</Link> · {labels.book(one.playbook)?.title[labels.language]} ·{' '}
        {t('case.round', { n: one.round })}
      </p>
      <div className="inline detail-h">
        <h2 lang={of?.language}>{one.content}</h2>
        <SeverityChip playbook={one.playbook} severity={one.severity} />
      </div>
      <section className="panel now" aria-labelledby="proposal">
        <header>
          <Icon of={extension ? IconHourglass : IconScale} />
          <h3 id="proposal">{t(extension ? 'approvals.moreTime' : 'case.proposal')}</h3>
          {proposed && <span className="k end">{proposed}</span>}
        </header>
        <div className="in-p">
          {extension ? (
            <MoreTime extension={extension} playbook={one.playbook} dueAt={one.clock?.dueAt} />
          ) : (
            <Money remedies={one.remedies} playbook={one.playbook} language={of?.language ?? ''} />
          )}
          {one.because === 'OVER_YOUR_LIMIT' && (
            <p className="notice info">
              {t('approvals.over', { sum: labels.money(one.approval.limit ?? 0, one.playbook), who })}
            </p>
          )}
          {one.because === 'SELF_APPROVAL' && (
            <p className="notice info">{t(extension ? 'approvals.ownTime' : 'approvals.own', { who })}</p>
          )}
          {one.because === 'NOT_YOUR_ROLE' && <p className="notice info">{t('approvals.waits', { who })}</p>}
          {one.allowed && more.length > 0 && (
            <p className="notice info">
              {t('approvals.more', { who: more.map((role) => labels.who(role, one.playbook)).join(t('comma')) })}
            </p>
          )}
          <Chain {...one} proposer={proposer} proposed={proposed} mine={one.allowed} />
        </div>
        <footer>
          <Act
            label={t('approvals.approve')}
            icon={IconCheck}
            keys="A"
            primary
            because={because}
            onAct={() => setVerb('approve')}
          />
          <Act
            label={t('approvals.refuse')}
            keys="R"
            because={one.refusable ? undefined : because}
            onAct={() => setVerb('refuse')}
          />
          <span className="end inline no-s">
            <button type="button" className="btn plain" aria-keyshortcuts="k" onClick={() => onMove(-1)}>
              {t('approvals.previous')} <Key>K</Key>
            </button>
            <button type="button" className="btn plain" aria-keyshortcuts="j" onClick={() => onMove(1)}>
              {t('approvals.next')} <Key>J</Key>
            </button>
          </span>
        </footer>
      </section>
      {of && (
        <div className="duo">
          {of.findings.at(-1) && (
            <section>
              <h3>{t('approvals.cause')}</h3>
              <p className="second prose" lang={of.language}>
                {of.findings.at(-1)?.cause}
              </p>
            </section>
          )}
          {sentBack?.reason && (
            <section>
              <h3>{t('approvals.sentBack')}</h3>
              <p className="second prose">
                {labels.who(sentBack.by)}: {sentBack.reason}
              </p>
            </section>
          )}
          <section>
            <h3>{t('approvals.says')}</h3>
            <p className="second prose" lang={of.language}>
              {of.fields.content} {of.fields.outcome}
            </p>
          </section>
          {one.clock && <ClockWhy number={one.number} playbook={one.playbook} clock={one.clock} />}
        </div>
      )}
      {verb && (
        <OperationDialog
          key={verb}
          number={one.number}
          verb={verb}
          given={extension && { what: 'extension' }}
          onClose={() => setVerb(undefined)}
        />
      )}
    </div>
  );
}
