import { IconAlertCircle, IconCheck, IconChecks, IconFingerprint, IconLock, IconRobot } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.js';
import type { FullCase } from '../api/case-shapes.js';
import type { MessageRow, Talk } from '../api/talk-shapes.js';
import { Files } from '../case/files.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment, timeOfDay } from '../words/times.js';
import type { TalkActs } from './use-talk-acts.js';

type Row =
  | { kind: 'message'; at: string; message: MessageRow }
  | { kind: 'note'; at: string; by: string; text: string; handedBack?: boolean };

const NEAR_END_PX = 80;
const toEnd = (box: HTMLElement | null) => box?.scrollTo({ top: box.scrollHeight });

/** All that was said, with notes of colleagues between; the customer's own words are never translated. */
export function Transcript({ talk, of, acts }: { talk: Talk; of?: FullCase; acts: TalkActs }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const log = useRef<HTMLDivElement>(null);
  const rows = rowsOf(talk, of);
  const last = rows.length + acts.pending.length;
  useEffect(() => {
    toEnd(log.current);
  }, [last]);
  useEffect(() => {
    // What stands below it grows and shrinks: whoever was at the end stays there.
    const box = log.current;
    if (!box) return undefined;
    let atEnd = true;
    const look = () => (atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX);
    const observer = new ResizeObserver(() => atEnd && toEnd(box));
    observer.observe(box);
    box.addEventListener('scroll', look);
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);
  const files = `conversation=${encodeURIComponent(talk.id)}`;
  const now = new Date();
  return (
    <div className="log" role="log" aria-label={t('talk.messages')} tabIndex={0} ref={log}>
      {rows.map((row, index) => (
        <div key={row.kind === 'message' ? row.message.id : `note-${row.at}`} className="log-row">
          {newDay(rows[index - 1]?.at, row.at) && (
            <div className="rule">
              <span>{moment(row.at, labels.language, now)}</span>
            </div>
          )}
          {row.kind === 'note' ? (
            <div className="note">
              <Icon of={IconLock} size={16} />
              <span className="pre">{row.text}</span>
              <span className="by">
                {t(row.handedBack ? 'talk.handBackBy' : 'talk.noteBy')} · {labels.who(row.by)} {timeOfDay(row.at)}
              </span>
            </div>
          ) : (
            <Said message={row.message} talk={talk} files={files} />
          )}
        </div>
      ))}
      {acts.pending.map((mine) => (
        <div key={mine.key} className="bub out pending">
          <div className="say pre" lang={talk.language}>
            {[mine.text, ...mine.files.map(({ name }) => name)].filter(Boolean).join('\n')}
          </div>
          <span className="by">
            {mine.failed ? (
              <>
                <span className="st bare late">
                  <Icon of={IconAlertCircle} size={14} />
                  {t('talk.unsent')}
                </span>
                <button type="button" className="btn link" onClick={() => void acts.send(mine, mine.key)}>
                  {t('talk.resend')}
                </button>
                <button type="button" className="btn link" onClick={() => acts.drop(mine)}>
                  {t('undo')}
                </button>
              </>
            ) : (
              t('talk.sending')
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function Said({ message, talk, files }: { message: MessageRow; talk: Talk; files: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const me = useMe();
  const { from, text, at, choices, receipt, files: sent } = message;
  const hash = sent.find(({ sha256 }) => sha256)?.sha256;
  const out = from !== 'customer';
  const who =
    message.by === me.name
      ? ''
      : from === 'bot'
        ? t('talk.bot')
        : from === 'agent'
          ? labels.who(message.by ?? message.author)
          : (talk.name ?? t('inbox.nobody'));
  return (
    <div className={`bub ${out ? 'out' : ''} ${from === 'bot' ? 'bot' : ''}`}>
      {text && (
        <div className="say pre" lang={talk.language}>
          {text}
        </div>
      )}
      {message.files.length > 0 && <Files files={message.files} of={files} large />}
      {choices && choices.length > 0 && (
        <p className="offered k" aria-label={t('talk.offered')} lang={talk.language}>
          {choices.map(({ id, label }) => (
            <span key={id} className="tag">
              {label}
            </span>
          ))}
        </p>
      )}
      <span className="by">
        {from === 'bot' && <Icon of={IconRobot} size={14} />}
        {who} <time dateTime={at}>{timeOfDay(at)}</time>
        {hash && (
          <span>
            · <Icon of={IconFingerprint} size={14} />{' '}
            <code title={hash}>
              {hash.slice(0, 4)}…{hash.slice(-4)}
            </code>
          </span>
        )}
        {receipt && <span className="st kept">{t('talk.receipt', { number: receipt.number })}</span>}
        {out && <Delivery message={message} />}
      </span>
    </div>
  );
}

function Delivery({ message: { state, deliveredAt, error } }: { message: MessageRow }) {
  const { t } = useTranslation();
  if (state === 'failed')
    return (
      <span className="st bare late">
        <Icon of={IconAlertCircle} size={14} />
        {t('talk.undelivered')} {error}
      </span>
    );
  if (state === 'suppressed') return <span className="st bare">{t('talk.withheld')}</span>;
  const delivered = deliveredAt !== undefined || state === 'sent';
  return (
    <span>
      · <Icon of={delivered ? IconChecks : IconCheck} size={14} /> {t(delivered ? 'talk.delivered' : 'talk.stored')}
    </span>
  );
}

function newDay(before: string | undefined, at: string): boolean {
  return before !== undefined && new Date(before).toDateString() !== new Date(at).toDateString();
}

function rowsOf(talk: Talk, of: FullCase | undefined): Row[] {
  const notes: Row[] = (of?.timeline ?? []).flatMap(({ what, at, by, detail }) =>
    what === 'add-note' ? [{ kind: 'note', at, by, text: String(detail?.text ?? '') }] : [],
  );
  const kept: Row[] = talk.notes.map((note) => ({ kind: 'note', ...note }));
  const messages: Row[] = talk.messages.map((message) => ({ kind: 'message', at: message.at, message }));
  return [...messages, ...notes, ...kept].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
