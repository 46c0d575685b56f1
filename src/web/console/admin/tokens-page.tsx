import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../api/queries.js';
import { get } from '../api/request.js';
import { useMe } from '../api/session.js';
import { Dialog } from '../frame/dialog.js';
import { Act, Empty, Failed, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { ProblemLine } from './problem-line.js';
import { ShownOnce } from './shown-once.js';
import { useChange } from './use-change.js';

interface Token {
  id: string;
  name: string;
  label: string;
  roles: string[];
  createdBy: string;
  createdAt: string;
  expiresAt?: string;
}

/** Programs' ways in: made, shown once, listed, revoked. */
export default function TokensPage() {
  const { t } = useTranslation();
  const labels = useLabels();
  const admin = useIsAdmin();
  const { change, problem } = useChange('tokens');
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens'],
    queryFn: () => get<{ tokens: Token[] }>('/tokens').then(({ tokens }) => tokens),
    enabled: admin,
  });
  const at = (value: string) => moment(value, labels.language, new Date());
  const revoke = async (id: string) => {
    if (await change('DELETE', `/tokens/${encodeURIComponent(id)}`)) toast(t('pages.tokens.revoked'));
  };
  const make = async (body: object) => {
    const answer = await change<{ token: string }>('POST', '/tokens', body);
    if (answer) setMade(answer.token);
    setMaking(false);
  };
  return (
    <AdminFrame page="tokens" adminOnly>
      <p>
        <Act label={t('pages.tokens.make')} primary onAct={() => setMaking(true)} />
      </p>
      {made && <ShownOnce label={t('pages.tokens.once')} secret={made} />}
      <ProblemLine problem={problem} />
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {data?.length === 0 && <Empty>{t('pages.tokens.none')}</Empty>}
      <ul className="rows">
        {data?.map((token) => (
          <li key={token.id}>
            <span>
              <b>{token.label}</b> {labels.who(token.name)}
              <br />
              <span className="k">
                {[
                  token.roles.map((role) => labels.who(role)).join('、'),
                  t('pages.tokens.by', { name: labels.who(token.createdBy), at: at(token.createdAt) }),
                  token.expiresAt ? t('pages.tokens.expires', { at: at(token.expiresAt) }) : t('pages.tokens.never'),
                ].join(' · ')}
              </span>
            </span>
            <button
              type="button"
              className="btn danger end"
              aria-label={`${t('pages.tokens.revoke')} ${token.label}`}
              onClick={() => void revoke(token.id)}
            >
              {t('pages.tokens.revoke')}
            </button>
          </li>
        ))}
      </ul>
      {making && (
        <Dialog title={t('pages.tokens.make')} onClose={() => setMaking(false)}>
          <TokenForm onMake={make} />
        </Dialog>
      )}
    </AdminFrame>
  );
}

function TokenForm({ onMake }: { onMake: (body: object) => Promise<void> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const me = useMe();
  const { data: staff = [] } = useStaff();
  const [name, setName] = useState(me.name);
  const roles = staff.find((one) => one.name === name)?.roles ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = Number(form.get('days'));
    void onMake({
      label: String(form.get('label')),
      name,
      roles: form.getAll('roles'),
      ...(days > 0 && { days }),
    });
  };
  return (
    <form onSubmit={submit}>
      <div className="f">
        <label className="lab" htmlFor="token-label">
          {t('pages.tokens.label')}
        </label>
        <input className="in" id="token-label" name="label" required maxLength={80} data-autofocus />
      </div>
      <div className="f">
        <label className="lab" htmlFor="token-name">
          {t('pages.tokens.name')}
        </label>
        <select className="in" id="token-name" value={name} onChange={(event) => setName(event.target.value)}>
          {staff
            .filter(({ active }) => active)
            .map((one) => (
              <option key={one.name} value={one.name}>
                {one.displayName}
              </option>
            ))}
        </select>
      </div>
      <fieldset className="f boxes" key={name}>
        <legend className="lab">{t('pages.tokens.roles')}</legend>
        {roles.map((role) => (
          <label key={role}>
            <input type="checkbox" className="box" name="roles" value={role} defaultChecked /> {labels.who(role)}
          </label>
        ))}
      </fieldset>
      <div className="f">
        <label className="lab" htmlFor="token-days">
          {t('pages.tokens.days')}
        </label>
        <input className="in" id="token-days" name="days" type="number" min={1} max={3660} />
      </div>
      <div className="m-foot">
        <button type="submit" className="btn primary">
          {t('pages.tokens.make')}
        </button>
      </div>
    </form>
  );
}
