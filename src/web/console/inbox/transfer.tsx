import { IconUser, IconUserOff, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks, useStaff } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { FullCase } from '../api/case-shapes.js';
import type { Problem } from '../api/problem.js';
import type { Person } from '../api/staff-shapes.js';
import type { Talk } from '../api/talk-shapes.js';
import { isOut } from '../case/is-out.js';
import { Dialog } from '../frame/dialog.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';

interface Props {
  talk: Talk;
  of?: FullCase;
  /** Why it was not given. */
  problem?: Problem;
  onClose: () => void;
  onTransfer: (to: string) => Promise<unknown>;
}

/** To a colleague, or to whoever holds a role and takes it first. */
export function Transfer({ talk, of, problem, onClose, onTransfer }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const { data: staff = [] } = useStaff();
  const { data: playbooks } = usePlaybooks();
  const roles = playbooks?.find(({ id }) => id === talk.playbook)?.roles ?? [];
  const others = staff.filter(({ active, name }) => active && name !== me.name);
  const out = (one: Person) => of !== undefined && isOut(of, one);
  const holders = (role: string) => others.filter((one) => one.roles.includes(role) && !out(one));
  const people = others.filter((one) => roles.some(({ id }) => one.roles.includes(id)));
  const held = roles.filter(({ id }) => holders(id).length > 0);
  const give = (to: string) => void onTransfer(to).then((done) => done && onClose());
  return (
    <Dialog title={t('talk.transferTo')} onClose={onClose}>
      {problem && (
        <p className="notice late" role="alert">
          {labels.problem(problem.code)}
        </p>
      )}
      {people.length === 0 && <p className="k">{t('talk.transferNobody')}</p>}
      {people.length > 0 && (
        <>
          <h3>{t('talk.transferPeople')}</h3>
          <ul className="stack">
            {people.map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  className="btn block"
                  aria-disabled={out(one) || undefined}
                  onClick={() => !out(one) && give(one.name)}
                >
                  <Icon of={out(one) ? IconUserOff : IconUser} />
                  {one.displayName}
                  <span className="k">
                    {one.roles.map((role) => labels.of(talk.playbook, 'roles', role)).join(t('comma'))}
                    {out(one) && ` · ${t('case.recusedOption')}`}
                    {one.offDuty && `${t('comma')}${t('me.offDuty')}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <h3 className="sub-h">{t('talk.transferRoles')}</h3>
          <ul className="stack">
            {held.map(({ id }) => (
              <li key={id}>
                <button type="button" className="btn block" onClick={() => give(id)}>
                  <Icon of={IconUsersGroup} />
                  {labels.of(talk.playbook, 'roles', id)}
                  <span className="k">
                    {holders(id)
                      .map(({ displayName }) => displayName)
                      .join(t('comma'))}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
