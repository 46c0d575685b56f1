import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Approving } from '../api/case-shapes.js';
import { useMe } from '../api/session.js';
import { Face, Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';

interface Props {
  playbook: string;
  stage: string;
  approval: Approving;
  /** Who proposed or asked, and that in words. */
  proposer?: string;
  proposed?: string;
  /** The decision is the reader's to make. */
  mine: boolean;
}

/** Who proposed, who approves up to how much, and what comes then; the reader's own place stands out. */
export function Chain({ playbook, stage, approval, proposer, proposed, mine }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const { by, limits, turns } = approval;
  const own = mine ? (by.find((role) => me.roles.includes(role)) ?? by[0]) : undefined;
  const [next] = labels.book(playbook)?.stages.find(({ id }) => id === stage)?.next ?? [];
  const upTo = (role: string) => {
    const sum = role === own ? (approval.limit ?? limits?.[role]) : limits?.[role];
    return sum !== undefined && <span className="k">{t('approvals.upTo', { sum: labels.money(sum, playbook) })}</span>;
  };
  const place = (role: string) =>
    role === own ? (
      <b>{[t('approvals.you'), labels.who(role, playbook)].join(t('clause'))}</b>
    ) : (
      <span>{labels.who(role, playbook)}</span>
    );
  return (
    <ol className="chain">
      {proposer && (
        <li>
          <Face name={labels.who(proposer)} size="s" />
          {proposed}
        </li>
      )}
      {turns
        ? turns.map(({ role, approvedBy }) => (
            <li key={role}>
              {approvedBy ? (
                <Icon of={IconCircleCheck} size={16} className="kept" />
              ) : role === own ? (
                <Face name={me.displayName} size="s" />
              ) : (
                <Icon of={IconCircleDashed} size={16} />
              )}
              {place(role)}
              {approvedBy ? <span className="k">{labels.who(approvedBy)}</span> : upTo(role)}
            </li>
          ))
        : by.length > 0 && (
            <li>
              {own ? <Face name={me.displayName} size="s" /> : <Icon of={IconCircleDashed} size={16} />}
              {by.map((role, index) => (
                <Fragment key={role}>
                  {index > 0 && <span className="k">{t('approvals.or')}</span>}
                  {place(role)}
                  {upTo(role)}
                </Fragment>
              ))}
            </li>
          )}
      {next && approval.what !== 'extension' && <li className="k">{labels.of(playbook, 'stages', next)}</li>}
    </ol>
  );
}

/** The roles that must approve too, after those whose turn it is. */
export function laterTurns({ by, turns = [] }: Approving): string[] {
  const open = turns.filter(({ approvedBy }) => !approvedBy).map(({ role }) => role);
  return open.filter((role) => !by.includes(role));
}
