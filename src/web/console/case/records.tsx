import { IconCheck, IconFingerprint, IconScale, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FullCase } from '../api/case-shapes.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { Files } from './files.js';

/** What was found, with what was checked and the evidence. */
export function Records({ of }: { of: FullCase }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <>
      {of.findings.map((finding, index) => (
        <section key={index} className="panel" aria-label={t('case.finding')}>
          <header>
            <Icon of={IconSearch} />
            <h3>{t('case.finding')}</h3>
            {finding.atFault && (
              <span className="st">
                <Icon of={IconScale} size={14} />
                {t(finding.atFault === 'yes' ? 'case.atFault' : 'case.notAtFault')}
              </span>
            )}
            <span className="k end">{labels.who(finding.by)}</span>
          </header>
          <div className="in-p">
            <p className="prose pre" lang={of.language}>
              {[finding.cause, finding.note].filter(Boolean).join('\n')}
            </p>
            {finding.responsible && (
              <p className="k">
                {t('case.responsible')}: {labels.who(finding.responsible, of.playbook)}
              </p>
            )}
            {finding.checks && (
              <p className="inline second meta" aria-label={t('case.checks')}>
                {finding.checks.split(',').map((check) => (
                  <span key={check}>
                    <Icon of={IconCheck} size={14} /> {labels.word(check.trim(), of.playbook)}
                  </span>
                ))}
              </p>
            )}
          </div>
        </section>
      ))}
      {of.evidence.length > 0 && (
        <section className="panel" aria-label={t('case.evidence')} id="evidence" tabIndex={-1}>
          <header>
            <Icon of={IconFingerprint} />
            <h3>{t('case.evidence')}</h3>
            <span className="k end">{t('case.evidenceNote', { count: of.evidence.length })}</span>
          </header>
          <div className="in-p">
            <Files files={of.evidence} of={`case=${encodeURIComponent(of.number)}`} />
          </div>
        </section>
      )}
      {(of.actions.length > 0 || of.approvals.length > 0) && (
        <section className="panel" aria-label={t('case.actions')}>
          <header>
            <h3>{t('case.actions')}</h3>
          </header>
          <ul className="in-p stack">
            {of.approvals.map((one, index) => (
              <li key={`a${index}`}>
                {t('case.approvedBy', {
                  name: labels.who(one.by),
                  role: labels.who(one.role, of.playbook),
                  state: labels.value(one.state),
                })}{' '}
                <span className="k">
                  {moment(one.at, labels.language, new Date())} {one.reason ?? one.note}
                </span>
              </li>
            ))}
            {of.actions.map((one, index) => (
              <li key={`c${index}`}>
                <span className={`st ${one.state === 'done' ? 'kept' : ''}`}>{labels.value(one.state)}</span>{' '}
                {labels.value(one.kind)}: <span lang={of.language}>{one.what}</span>{' '}
                <span className="k">
                  {[one.owner && labels.who(one.owner, of.playbook), one.effective && labels.value(one.effective)]
                    .filter(Boolean)
                    .join(t('clause'))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {of.survey?.score !== undefined && (
        <p className="k">
          {t('case.survey')}: {of.survey.score} / 5 <span lang={of.language}>{of.survey.comment}</span>
        </p>
      )}
    </>
  );
}
