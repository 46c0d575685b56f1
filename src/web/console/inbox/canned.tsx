import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCannedReplies } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { CannedReply } from '../api/talk-shapes.js';
import { Icon } from '../frame/parts.js';
import { CannedForm } from './canned-form.js';

/** What fills a canned reply: `{{customer.name}}` and the like. */
export type Values = Record<'customer.name' | 'case.number' | 'agent.name', string>;

export function filled(text: string, values: Values): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (all, name: string) => values[name as keyof Values] ?? all);
}

interface Props {
  language: string;
  values: Values;
  onChoose: (text: string) => void;
  onClose: () => void;
}

/** Canned replies, those in the customer's language first; found by title and words, kept here as well. */
export function Canned({ language, values, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { data = [] } = useCannedReplies();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [editing, setEditing] = useState<Partial<CannedReply>>();
  if (editing) return <CannedForm reply={editing} language={language} onDone={() => setEditing(undefined)} />;

  const rank = (one: CannedReply) => (one.language === language ? 0 : one.language ? 2 : 1);
  const found = data
    .filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(typed.trim().toLowerCase()))
    .filter((one) => typed !== '' || rank(one) < 2)
    .sort((a, b) => rank(a) - rank(b));
  const current = found[Math.min(at, found.length - 1)];
  const mayChange = ({ shared }: CannedReply) => !shared || me.roles.includes('admin');
  return (
    <div className="canned">
      <input
        className="in"
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="canned-list"
        aria-activedescendant={current && `canned-${current.id}`}
        aria-label={t('talk.cannedFind')}
        placeholder={t('talk.cannedFind')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter' && current) onChoose(filled(current.text, values));
          else if (step) setAt((now) => (now + step + found.length) % Math.max(1, found.length));
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <ul id="canned-list" role="listbox" aria-label={t('talk.canned')}>
        {found.map((one) => (
          <li
            key={one.id}
            id={`canned-${one.id}`}
            role="option"
            aria-selected={one === current}
            className="m-item"
            lang={one.language}
            onClick={() => onChoose(filled(one.text, values))}
          >
            <b>{one.title}</b>
            <span className="k">{filled(one.text, values)}</span>
          </li>
        ))}
        {found.length === 0 && (
          <li role="option" aria-selected="false" aria-disabled="true" className="k m-item">
            {t('talk.cannedNone')}
          </li>
        )}
      </ul>
      <div className="canned-f">
        <button type="button" className="btn plain" onClick={() => setEditing({})}>
          <Icon of={IconPlus} />
          {t('talk.cannedNew')}
        </button>
        {current && mayChange(current) && (
          <button type="button" className="btn plain" onClick={() => setEditing(current)}>
            <Icon of={IconPencil} />
            {t('talk.cannedChange', { title: current.title })}
          </button>
        )}
        <span className="k end no-s">{t('talk.cannedKeys')}</span>
      </div>
    </div>
  );
}
