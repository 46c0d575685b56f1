import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks } from '../api/queries.js';
import type { Person } from '../api/staff-shapes.js';
import { useLabels } from '../words/labels.js';

interface Props {
  /** Absent: somebody new. */
  person?: Person;
  onSave: (body: object) => Promise<void>;
}

/** Name, roles, department and whether the account is open. */
export function PersonForm({ person, onSave }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: playbooks = [] } = usePlaybooks();
  const roles = [
    ...new Map([['admin', 'admin'], ...playbooks.flatMap((book) => book.roles.map(({ id }) => [id, id] as const))] as [
      string,
      string,
    ][]).keys(),
  ];
  const departments = [...new Set(playbooks.flatMap((book) => book.departments.map(({ id }) => id)))];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const department = text('department');
    void onSave({
      ...(person ? { active: form.get('active') === 'on' } : { name: text('name') }),
      displayName: text('displayName') || text('name'),
      roles: form.getAll('roles'),
      ...(department ? { department } : person ? { department: null } : {}),
      skills: text('skills')
        .split(/[,，、\s]+/)
        .filter(Boolean),
    });
  };
  return (
    <form onSubmit={submit}>
      {!person && (
        <div className="f">
          <label className="lab" htmlFor="p-name">
            {t('admin.name')}
          </label>
          <input className="in" id="p-name" name="name" required data-autofocus autoCapitalize="none" />
        </div>
      )}
      <div className="f">
        <label className="lab" htmlFor="p-display">
          {t('admin.displayName')}
        </label>
        <input className="in" id="p-display" name="displayName" defaultValue={person?.displayName} />
      </div>
      <fieldset className="f">
        <legend className="lab">{t('admin.roles')}</legend>
        <div className="boxes">
          {roles.map((role) => (
            <label key={role}>
              <input
                type="checkbox"
                className="box"
                name="roles"
                value={role}
                defaultChecked={person?.roles.includes(role)}
              />{' '}
              {labels.who(role)}
            </label>
          ))}
        </div>
      </fieldset>
      {departments.length > 0 && (
        <div className="f">
          <label className="lab" htmlFor="p-department">
            {t('admin.department')}
          </label>
          <select className="in" id="p-department" name="department" defaultValue={person?.department ?? ''}>
            <option value="">{t('op.anyone')}</option>
            {departments.map((id) => (
              <option key={id} value={id}>
                {labels.who(id)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="f">
        <label className="lab" htmlFor="p-skills">
          {t('admin.skills')} <span className="quiet">{t('op.list')}</span>
        </label>
        <input className="in" id="p-skills" name="skills" defaultValue={person?.skills.join(', ')} />
      </div>
      {person && (
        <label className="f">
          <input type="checkbox" className="box" name="active" defaultChecked={person.active} /> {t('admin.active')}
        </label>
      )}
      <div className="m-foot">
        <button type="submit" className="btn primary">
          {t('admin.save')}
        </button>
      </div>
    </form>
  );
}
