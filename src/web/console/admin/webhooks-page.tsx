import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Dialog } from '../frame/dialog.js';
import { Act, Empty, Failed, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { AdminFrame, useIsAdmin } from './admin-frame.js';
import { Deliveries } from './deliveries.js';
import { ProblemLine } from './problem-line.js';
import { ShownOnce } from './shown-once.js';
import { useChange } from './use-change.js';

interface Webhook {
  id: string;
  url: string;
  events: string[];
}

const EVENTS = ['case.opened', 'case.stage', 'promise.late', 'case.closed', 'survey.answered'];
/** Dots part the keys of words. */
const wordOf = (event: string) => `pages.webhooks.event.${event.replace('.', '_')}`;

/** Other systems that are told: which, of what, with the secret once and what became of each delivery. */
export default function WebhooksPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const { change, problem } = useChange('webhooks');
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [open, setOpen] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ['webhooks'],
    queryFn: () => get<{ webhooks: Webhook[] }>('/webhooks').then(({ webhooks }) => webhooks),
    enabled: admin,
  });
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { url: String(form.get('url')), events: form.getAll('events') };
    const made = await change<{ secret: string }>('POST', '/webhooks', body);
    if (!made) return;
    setSecret(made.secret);
    setAdding(false);
  };
  const remove = async (id: string) => {
    if (await change('DELETE', `/webhooks/${encodeURIComponent(id)}`)) toast(t('pages.webhooks.removed'));
  };
  return (
    <AdminFrame page="webhooks" adminOnly>
      <p>
        <Act label={t('pages.webhooks.add')} primary onAct={() => setAdding(true)} />
      </p>
      {secret && <ShownOnce label={t('pages.webhooks.secret')} secret={secret} />}
      {!adding && <ProblemLine problem={problem} />}
      {!data && (error ? <Failed error={error} again={() => void refetch()} /> : <Waiting />)}
      {data?.length === 0 && <Empty>{t('pages.webhooks.none')}</Empty>}
      <ul className="rows">
        {data?.map(({ id, url, events }) => (
          <li key={id} className="wrap">
            <span>
              <b className="break">{url}</b>
              <br />
              <span className="k">{events.map((event) => t(wordOf(event))).join(' · ')}</span>
            </span>
            <span className="end inline">
              <button
                type="button"
                className="btn"
                aria-expanded={open === id}
                aria-label={`${t('pages.webhooks.deliveries')} ${url}`}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                {t('pages.webhooks.deliveries')}
              </button>
              <button
                type="button"
                className="btn danger"
                aria-label={`${t('pages.webhooks.remove')} ${url}`}
                onClick={() => void remove(id)}
              >
                {t('pages.webhooks.remove')}
              </button>
            </span>
            {open === id && <Deliveries webhook={id} wordOf={wordOf} />}
          </li>
        ))}
      </ul>
      {adding && (
        <Dialog title={t('pages.webhooks.add')} onClose={() => setAdding(false)}>
          <form onSubmit={(event) => void add(event)}>
            <div className="f">
              <label className="lab" htmlFor="hook-url">
                {t('pages.webhooks.url')}
              </label>
              <input
                className="in"
                id="hook-url"
                name="url"
                type="url"
                required
                placeholder="https://"
                data-autofocus
              />
            </div>
            <fieldset className="f boxes">
              <legend className="lab">{t('pages.webhooks.events')}</legend>
              {EVENTS.map((event) => (
                <label key={event}>
                  <input type="checkbox" className="box" name="events" value={event} defaultChecked />{' '}
                  {t(wordOf(event))}
                </label>
              ))}
            </fieldset>
            <ProblemLine problem={problem} />
            <div className="m-foot">
              <button type="submit" className="btn primary">
                {t('admin.save')}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </AdminFrame>
  );
}
