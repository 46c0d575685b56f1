import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../api/problem.js';
import { useStaff } from '../api/queries.js';
import { request } from '../api/request.js';
import type { Person } from '../api/staff-shapes.js';
import { Dialog } from '../frame/dialog.js';
import { Act, Face, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { PersonForm } from './person-form.js';

/** Who works here, in which roles, and whether they can sign in. */
export default function StaffPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const admin = useIsAdmin();
  const queries = useQueryClient();
  const { data: staff } = useStaff();
  const [form, setForm] = useState<Person | 'new'>();
  const [link, setLink] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const only = admin ? undefined : t('admin.only');

  const change = async (method: string, path: string, body?: object) => {
    try {
      setProblem(undefined);
      const answer = await request<{ link?: string }>(method, path, { body: body ?? {} });
      if (answer.link) setLink(answer.link);
      await queries.invalidateQueries({ queryKey: ['staff'] });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  const stateOf = (person: Person) => {
    if (!person.active) return t('admin.inactive');
    if (person.lockedUntil) return t('admin.locked', { at: moment(person.lockedUntil, labels.language, new Date()) });
    if (person.invitedUntil)
      return t('admin.invited', { at: moment(person.invitedUntil, labels.language, new Date()) });
    return person.offDuty ? t('me.offDuty') : t('me.onDuty');
  };
  return (
    <AdminFrame page="staff">
      <p className="inline">
        <Act label={t('admin.invite')} primary because={only} onAct={() => setForm('new')} />
      </p>
      {link && (
        <div className="notice kept" role="status">
          <span>
            {t('admin.link')}: <code>{link}</code>
          </span>
          <button type="button" className="btn end" onClick={() => void navigator.clipboard.writeText(link)}>
            {t('admin.copy')}
          </button>
        </div>
      )}
      {problem && (
        <p className="notice late" role="alert">
          {labels.problem(problem.code)} <span className="quiet">{problem.message}</span>
        </p>
      )}
      {!staff && <Waiting />}
      <div className="scroll-x">
        <table className="grid bare">
          <thead>
            <tr>
              {(['displayName', 'name', 'roles', 'department', 'state'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`admin.${head}`)}
                </th>
              ))}
              {admin && (
                <th scope="col">
                  <span className="vh">{t('admin.change')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {staff?.map((person) => (
              <tr key={person.name}>
                <td>
                  <span className="who">
                    <Face name={person.displayName} size="s" gone={!person.active} />
                    {person.displayName}
                  </span>
                </td>
                <td className="num">{person.name}</td>
                <td>{person.roles.map((role) => labels.who(role)).join('、')}</td>
                <td>{labels.who(person.department)}</td>
                <td>{stateOf(person)}</td>
                {admin && (
                  <td>
                    <span className="inline">
                      <button
                        type="button"
                        className="btn"
                        aria-label={`${t('admin.change')} ${person.displayName}`}
                        onClick={() => setForm(person)}
                      >
                        {t('admin.change')}
                      </button>
                      <button
                        type="button"
                        className="btn"
                        aria-label={`${t('admin.newLink')} ${person.displayName}`}
                        title={t('admin.newLinkText', { name: person.displayName })}
                        onClick={() => void change('POST', `/staff/${encodeURIComponent(person.name)}/invitation`)}
                      >
                        {t('admin.newLink')}
                      </button>
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {form && (
        <Dialog title={form === 'new' ? t('admin.invite') : form.displayName} onClose={() => setForm(undefined)}>
          <PersonForm
            person={form === 'new' ? undefined : form}
            onSave={async (body) => {
              if (form === 'new') await change('POST', '/staff', body);
              else await change('PATCH', `/staff/${encodeURIComponent(form.name)}`, body);
              setForm(undefined);
            }}
          />
        </Dialog>
      )}
    </AdminFrame>
  );
}
