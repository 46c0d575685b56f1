import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem.js';
import { request } from '../api/request.js';
import { useMe } from '../api/session.js';
import type { CannedReply } from '../api/talk-shapes.js';
import { LANGUAGE_NAMES } from '../../shared/language.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';

const VARIABLES = ['{{customer.name}}', '{{case.number}}', '{{agent.name}}'];

interface Props {
  reply: Partial<CannedReply>;
  language: string;
  onDone: () => void;
}

/** A canned reply, new or changed: one's own, or everybody's by an administrator. */
export function CannedForm({ reply, language, onDone }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const queries = useQueryClient();
  const [title, setTitle] = useState(reply.title ?? '');
  const [text, setText] = useState(reply.text ?? '');
  const [spoken, setSpoken] = useState(reply.id ? (reply.language ?? '') : language);
  const [shared, setShared] = useState(reply.shared ?? false);
  const [wrong, setWrong] = useState<string>();
  const path = `/canned-replies/${reply.id}`;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const words = { title, text };
    await change(() =>
      reply.id
        ? request('PATCH', path, { body: { ...words, language: spoken || null } })
        : request('POST', '/canned-replies', { body: { ...words, shared, ...(spoken && { language: spoken }) } }),
    );
  };
  const remove = () =>
    change(async () => {
      await request('DELETE', path);
      const { title, text, language, shared } = reply;
      const again = { title, text, shared, ...(language && { language }) };
      toast(t('talk.cannedRemoved'), {
        undo: () => void request('POST', '/canned-replies', { body: again }).then(read, () => undefined),
      });
    });
  const read = () => queries.invalidateQueries({ queryKey: ['canned'] });
  const change = async (act: () => Promise<unknown>) => {
    try {
      await act();
      await read();
      onDone();
    } catch (error) {
      const { code, field, message } = asProblem(error);
      setWrong(field === 'text' && message.includes('{{') ? t('talk.cannedUnknown') : labels.problem(code));
    }
  };
  return (
    <form className="canned form" onSubmit={(event) => void save(event)}>
      <label>
        {t('talk.cannedTitle')}
        <input
          className="in"
          autoFocus
          required
          maxLength={80}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
      </label>
      <label>
        {t('talk.cannedText')}
        <textarea
          className="in"
          required
          rows={3}
          maxLength={4000}
          lang={spoken || undefined}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </label>
      <p className="k">
        {t('talk.cannedVariables')}{' '}
        {VARIABLES.map((name) => (
          <button key={name} type="button" className="tag" onClick={() => setText((now) => now + name)}>
            {name}
          </button>
        ))}
      </p>
      <div className="inline">
        <label className="inline">
          {t('me.language')}
          <select className="in" value={spoken} onChange={(e) => setSpoken(e.target.value)}>
            <option value="">{t('talk.cannedAny')}</option>
            {Object.entries(LANGUAGE_NAMES).map(([id, name]) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {!reply.id && me.roles.includes('admin') && (
          <label className="inline">
            <input type="checkbox" checked={shared} onChange={(e) => setShared(e.target.checked)} />
            {t('talk.cannedShared')}
          </label>
        )}
      </div>
      {wrong && (
        <p className="notice late" role="alert">
          {wrong}
        </p>
      )}
      <div className="inline">
        <button type="submit" className="btn primary">
          {t('talk.cannedSave')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('cancel')}
        </button>
        {reply.id && (
          <button type="button" className="btn danger end" onClick={() => void remove()}>
            {t('talk.cannedRemove')}
          </button>
        )}
      </div>
    </form>
  );
}
