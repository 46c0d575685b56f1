import { IconBolt } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.js';
import type { FullCase } from '../api/case-shapes.js';
import type { Attached, Talk } from '../api/talk-shapes.js';
import { useKeys } from '../frame/keys.js';
import { Icon, Key } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { timeOfDay } from '../words/times.js';
import { AttachButton, AttachedList, useAttachments } from './attach.js';
import { Canned, type Values } from './canned.js';
import { draftsOf, type Mode } from './drafts.js';
import { useSaveNote } from './use-save-note.js';
import type { Writing } from './use-presence.js';
import type { TalkActs } from './use-talk-acts.js';

interface Props {
  talk: Talk;
  of?: FullCase;
  acts: TalkActs;
  writing?: Writing;
  /** Somebody else speaks here: only a note can be written. */
  noteOnly?: boolean;
  onClose?: () => void;
}

/** A reply to the customer or a note for colleagues; the draft outlives reloading and signing out. */
export function ReplyBox({ talk, of, acts, writing, noteOnly = false, onClose }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const drafts = draftsOf(me.name, talk.id);
  const [mode, setMode] = useState<Mode>(noteOnly ? 'note' : 'reply');
  const [text, setText] = useState(() => drafts.text(mode));
  const [files, setFiles] = useState<Attached[]>(drafts.files);
  const [keptAt, setKeptAt] = useState<Date>();
  const [canned, setCanned] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [seen, setSeen] = useState(Number(talk.cursor));
  const [asked, setAsked] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const saveNote = useSaveNote(talk, of, acts);
  const note = mode === 'note';

  const write = (value: string, into: Mode = mode) => {
    setText(value);
    drafts.write(into, value);
    setKeptAt(value ? new Date() : undefined);
  };
  const attach = (next: Attached[]) => {
    setFiles(next);
    drafts.attach(next);
  };
  const { add, busy, uploading, dismiss } = useAttachments(talk.id, files, attach);
  const focus = () => setTimeout(() => area.current?.focus());
  const choose = (next: Mode) => {
    if (noteOnly) return;
    setMode(next);
    setText(drafts.text(next));
    setWrong(undefined);
    focus();
  };
  useKeys({
    e: noteOnly ? undefined : () => choose('reply'),
    n: () => choose('note'),
    '/': note ? undefined : () => setCanned(true),
  });
  useEffect(() => area.current?.focus({ preventScroll: true }), []);

  // Whoever begins to write has read what stands there; what a colleague says from then on is shown before it is sent.
  const empty = text.trim() === '' && files.length === 0;
  useEffect(() => {
    if (!empty) return;
    setSeen(Number(talk.cursor));
    setAsked(false);
  }, [empty, talk.cursor]);
  const news = talk.messages.filter(({ seq, from, by }) => seq > seen && from === 'agent' && by !== me.name);

  const send = async () => {
    const words = text.trim();
    if (note ? !words : empty || busy) return;
    setWrong(undefined);
    if (note) {
      if (await saveNote(words)) {
        write('');
        onClose?.();
      } else setWrong(t('talk.noteFailed'));
      return;
    }
    if (news.length > 0 && !asked) return setAsked(true);
    const known = asked ? Number(talk.cursor) : seen;
    const mine = { text: words, files };
    // What is kept of it stays until it is sent, should the page be left before.
    setText('');
    setFiles([]);
    setKeptAt(undefined);
    writing?.ends();
    if ((await acts.send({ ...mine, seen: known })) !== 'stale') return;
    setText(mine.text);
    setFiles(mine.files);
    setSeen(known);
    setAsked(true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === '/' && text === '' && !note) {
      event.preventDefault();
      setCanned(true);
    } else if (event.key === 'Escape') area.current?.blur();
  };
  const values: Values = {
    'customer.name': talk.name ?? '',
    'case.number': of?.number ?? talk.cases[0] ?? '',
    'agent.name': me.displayName,
  };
  const insert = (words: string) => {
    write(text ? `${text}\n${words}` : words);
    setCanned(false);
    focus();
  };
  const stale = asked && news.length > 0;
  return (
    <div
      className={`reply ${note ? 'as-note' : ''}`}
      onDragOver={(event) => !note && event.preventDefault()}
      onDrop={(event) => {
        if (note || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        add(event.dataTransfer.files);
      }}
    >
      <div className="modes" role="tablist" aria-label={t('talk.what')}>
        {(noteOnly ? (['note'] as const) : (['reply', 'note'] as const)).map((one) => (
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
        {onClose && (
          <button type="button" className="btn plain end" onClick={onClose}>
            {t('close')}
          </button>
        )}
      </div>
      <div id="reply-panel" role="tabpanel" aria-label={t(note ? 'talk.noteLabel' : 'talk.replyLabel')}>
        {canned && !note && (
          <Canned
            language={talk.language}
            values={values}
            onChoose={insert}
            onClose={() => {
              setCanned(false);
              focus();
            }}
          />
        )}
        {stale && (
          <div className="notice soon" role="alert">
            <div>
              <b>{t('talk.typedMeanwhile', { name: labels.who(news[0]!.by) })}</b>
              {news.map(({ id, text: said }) => (
                <p key={id} className="quoted" lang={talk.language}>
                  {said}
                </p>
              ))}
            </div>
          </div>
        )}
        <textarea
          ref={area}
          aria-label={t(note ? 'talk.noteLabel' : 'talk.replyLabel')}
          placeholder={t(note ? 'talk.noteHint' : 'talk.replyHint')}
          value={text}
          lang={note ? labels.language : talk.language}
          onChange={(event) => {
            write(event.target.value);
            if (!note) writing?.[event.target.value ? 'goesOn' : 'ends']();
          }}
          onPaste={(event) => {
            if (note || event.clipboardData.files.length === 0) return;
            event.preventDefault();
            add(event.clipboardData.files);
          }}
          onKeyDown={onKey}
        />
        {!note && (
          <AttachedList
            files={files}
            uploading={uploading}
            onRemove={(fileId) => attach(files.filter((one) => one.fileId !== fileId))}
            onDismiss={dismiss}
          />
        )}
        {wrong && (
          <p className="notice late" role="alert">
            {wrong}
          </p>
        )}
        <div className="tools">
          {!note && (
            <>
              <AttachButton onFiles={add} />
              <button type="button" className="btn plain" aria-expanded={canned} onClick={() => setCanned(!canned)}>
                <Icon of={IconBolt} />
                {t('talk.canned')}
                <Key>/</Key>
              </button>
            </>
          )}
          <button
            type="button"
            className="btn primary end"
            aria-disabled={(note ? text.trim() === '' : empty || busy) || undefined}
            aria-keyshortcuts="Control+Enter"
            onClick={() => void send()}
          >
            {t(note ? 'talk.saveNote' : stale ? 'talk.sendAllTheSame' : 'talk.send')}
            {!note && <Key>Ctrl ↵</Key>}
          </button>
        </div>
      </div>
    </div>
  );
}
