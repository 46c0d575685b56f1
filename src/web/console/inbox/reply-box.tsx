import { IconBolt } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../domain/language.js';
import { keep } from '../../shared/browser-keep.js';
import { asProblem } from '../api/problem.js';
import { useMe } from '../api/session.js';
import type { FullCase, Talk } from '../api/shapes.js';
import { usePerform } from '../case/use-perform.js';
import { useKeys } from '../frame/keys.js';
import { Icon, Key } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { CANNED, type Canned } from '../words/canned.js';
import { useLabels } from '../words/labels.js';
import { timeOfDay } from '../words/times.js';
import type { TalkActs } from './use-talk-acts.js';

type Mode = 'reply' | 'note';

/** A reply to the customer or a note for colleagues; the draft outlives reloading and signing out. */
export function ReplyBox({ talk, of, acts }: { talk: Talk; of?: FullCase; acts: TalkActs }) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const [mode, setMode] = useState<Mode>('reply');
  const draftKey = `redress.desk.draft.${me.name}.${talk.id}.${mode}`;
  const [text, setText] = useState(() => keep.get(draftKey) ?? '');
  const [keptAt, setKeptAt] = useState<Date>();
  const [canned, setCanned] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const [seen, setSeen] = useState(talk.cursor);
  const area = useRef<HTMLTextAreaElement>(null);
  const perform = usePerform(of?.number ?? '');

  const write = (value: string) => {
    setText(value);
    if (value) keep.set(draftKey, value);
    else keep.remove(draftKey);
    setKeptAt(value ? new Date() : undefined);
  };
  const choose = (next: Mode) => {
    setMode(next);
    setText(keep.get(`redress.desk.draft.${me.name}.${talk.id}.${next}`) ?? '');
    setTimeout(() => area.current?.focus());
  };
  useKeys({ e: () => choose('reply'), n: () => choose('note'), '/': () => setCanned('') });
  useEffect(() => area.current?.focus({ preventScroll: true }), []);

  // What a colleague said while this was typed must be seen before it is sent.
  const others = talk.messages.filter(
    ({ seq, from, author }) => seq > Number(seen) && from === 'agent' && author !== me.name,
  );

  const send = async () => {
    const words = text.trim();
    if (!words) return;
    if (mode === 'note') return save(words);
    if (others.length > 0) {
      setWrong(t('talk.typedMeanwhile'));
      setSeen(talk.cursor);
      return;
    }
    setWrong(undefined);
    write('');
    if (!(await acts.send(words))) keep.set(draftKey, words); // should the page be left before it is sent again
  };
  const save = async (words: string) => {
    if (!of) return setWrong(t('talk.noteNeedsCase'));
    try {
      await perform('add-note', { text: words });
      write('');
      setWrong(undefined);
      toast(t('op.done', { verb: labels.verb('add-note') }));
    } catch (error) {
      setWrong(labels.problem(asProblem(error).code));
    }
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === '/' && text === '') {
      event.preventDefault();
      setCanned('');
    } else if (event.key === 'Escape') area.current?.blur();
  };
  const insert = ({ text: said }: Canned) => {
    const filled = said
      .replace('{name}', talk.name ?? '')
      .replace('{number}', of?.number ?? talk.cases[0] ?? '')
      .replace('{agent}', me.displayName);
    write(text ? `${text}\n${filled}` : filled);
    setCanned(undefined);
    setTimeout(() => area.current?.focus());
  };
  const note = mode === 'note';
  const noNote = note && !of;
  return (
    <div className={`reply ${note ? 'as-note' : ''}`}>
      <div className="modes" role="tablist" aria-label={t('talk.what')}>
        {(['reply', 'note'] as const).map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={mode === one}
            aria-controls="reply-panel"
            aria-keyshortcuts={one === 'reply' ? 'e' : 'n'}
            onClick={() => choose(one)}
          >
            {t(`talk.${one}`)}
          </button>
        ))}
        {keptAt && <span className="k end no-s">{t('talk.draft', { at: timeOfDay(keptAt) })}</span>}
      </div>
      <div id="reply-panel" role="tabpanel" aria-label={t(note ? 'talk.noteLabel' : 'talk.replyLabel')}>
        {canned !== undefined && (
          <CannedList language={talk.language as Language} typed={canned} onType={setCanned} onChoose={insert} />
        )}
        <textarea
          ref={area}
          aria-label={t(note ? 'talk.noteLabel' : 'talk.replyLabel')}
          placeholder={t(note ? 'talk.noteHint' : 'talk.replyHint')}
          value={text}
          lang={talk.language}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKey}
        />
        {wrong && (
          <p className="notice soon" role="alert">
            {wrong}
          </p>
        )}
        <div className="tools">
          {!note && (
            <button
              type="button"
              className="btn plain"
              aria-expanded={canned !== undefined}
              onClick={() => setCanned(canned === undefined ? '' : undefined)}
            >
              <Icon of={IconBolt} />
              {t('talk.canned')}
              <Key>/</Key>
            </button>
          )}
          {noNote && (
            <span className="k" id="no-note">
              {t('talk.noteNeedsCase')}
            </span>
          )}
          <button
            type="button"
            className="btn primary end"
            aria-disabled={noNote || text.trim() === '' || undefined}
            aria-describedby={noNote ? 'no-note' : undefined}
            aria-keyshortcuts="Control+Enter"
            onClick={() => void send()}
          >
            {t(note ? 'talk.saveNote' : 'talk.send')}
            {!note && <Key>Ctrl ↵</Key>}
          </button>
        </div>
      </div>
    </div>
  );
}

interface CannedProps {
  language: Language;
  typed: string;
  onType: (typed: string | undefined) => void;
  onChoose: (one: Canned) => void;
}

function CannedList({ language, typed, onType, onChoose }: CannedProps) {
  const { t } = useTranslation();
  const found = CANNED[language].filter(({ title, text }) =>
    `${title}${text}`.toLowerCase().includes(typed.toLowerCase()),
  );
  return (
    <div className="canned">
      <input
        className="in"
        autoFocus
        aria-label={t('talk.cannedFind')}
        placeholder={t('talk.cannedFind')}
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onType(undefined);
          if (event.key === 'Enter' && found[0] && !event.nativeEvent.isComposing) {
            event.preventDefault();
            onChoose(found[0]);
          }
        }}
      />
      <ul>
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" className="m-item" onClick={() => onChoose(one)}>
              <b>{one.title}</b>
              <span className="k" lang={language}>
                {one.text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
