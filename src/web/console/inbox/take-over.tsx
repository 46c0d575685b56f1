import { IconHeadset, IconLock, IconUsers } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session.js';
import type { FullCase } from '../api/case-shapes.js';
import type { Talk } from '../api/talk-shapes.js';
import { useKeys } from '../frame/keys.js';
import { Icon, Key } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { timeOfDay } from '../words/times.js';
import { draftsOf } from './drafts.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReplyBox } from './reply-box.js';
import { useSaveNote } from './use-save-note.js';
import type { TalkActs } from './use-talk-acts.js';

interface Props {
  talk: Talk;
  of?: FullCase;
  acts: TalkActs;
  onTake: () => void;
}

/** Instead of the reply box while somebody else speaks: who that is, and the ways to have it. */
export function TakeOver(props: Props) {
  const { t } = useTranslation();
  const { talk, onTake } = props;
  const labels = useLabels();
  const theirs = talk.control === 'agent';
  const button = useRef<HTMLButtonElement>(null);
  const [noting, setNoting] = useState(false);
  useKeys({ n: () => setNoting(true) });
  useEffect(() => {
    if (!theirs && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, [theirs]);
  if (noting) return <ReplyBox {...props} noteOnly onClose={() => setNoting(false)} />;
  return (
    <div className="take-box">
      <KeptDraft {...props} />
      {theirs && <Colleague {...props} />}
      <div className="take">
        <button
          ref={button}
          type="button"
          className={`btn ${theirs ? '' : 'primary'}`}
          aria-disabled={theirs || undefined}
          aria-describedby="take-why"
          aria-keyshortcuts="t"
          onClick={() => !theirs && onTake()}
        >
          <Icon of={IconHeadset} />
          {t('talk.takeOver')}
          <Key>T</Key>
        </button>
        {!theirs && (
          <span className="k" id="take-why">
            {talk.known?.asks && talk.control === 'bot'
              ? t('talk.botAsks', {
                  what: t(`talk.asking.${talk.known.asks}`, {
                    defaultValue: labels.of(talk.playbook, 'fields', talk.known.asks),
                  }),
                })
              : t('talk.takeFirst')}
          </span>
        )}
        <button type="button" className="btn plain end" aria-keyshortcuts="n" onClick={() => setNoting(true)}>
          <Icon of={IconLock} className="no-s" />
          {t('talk.note')}
          <Key>N</Key>
        </button>
      </div>
    </div>
  );
}

/** A colleague has it: it can be asked for, or taken with a reason. */
function Colleague({ talk, acts }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const [asking, setAsking] = useState<'ask' | 'take'>();
  const name = labels.who(talk.agent);
  const mine = talk.asked?.find(({ by }) => by === me.name);
  const kept = useWasKept(talk, Boolean(mine));
  return (
    <div className="notice info colleague">
      <Icon of={IconUsers} />
      <div>
        <b id="take-why">{t('talk.taken', { name })}</b>
        <p role="status">
          {mine ? t('talk.youAsked', { name, at: timeOfDay(mine.at) }) : kept ? t('talk.wasKept', { name }) : ''}
        </p>
        <div className="inline">
          {!mine && (
            <button type="button" className="btn" onClick={() => setAsking('ask')}>
              {t('talk.askFor', { name })}
            </button>
          )}
          <button type="button" className="btn plain" onClick={() => setAsking('take')}>
            {t('talk.takeAnyway')}
          </button>
        </div>
      </div>
      {asking && (
        <ReasonDialog
          title={t(asking === 'ask' ? 'talk.askForTitle' : 'talk.takeTitle', { name })}
          label={t(asking === 'ask' ? 'talk.askForWhy' : 'talk.takeWhy', { name })}
          act={t(asking === 'ask' ? 'talk.askForAct' : 'talk.takeAct')}
          needed={asking === 'take'}
          onClose={() => setAsking(undefined)}
          onAct={asking === 'ask' ? acts.askFor : acts.takeOver}
        />
      )}
    </div>
  );
}

/** Whether the colleague kept what one had asked for. */
function useWasKept(talk: Talk, asks: boolean): boolean {
  const [kept, setKept] = useState(false);
  const before = useRef(asks);
  useEffect(() => {
    if (before.current && !asks) setKept(true);
    if (asks) setKept(false);
    before.current = asks;
  }, [asks, talk.agent]);
  return kept;
}

/** What one had written when somebody else took it: not lost, and of use as a note. */
function KeptDraft({ talk, of, acts }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const drafts = draftsOf(me.name, talk.id);
  const [text, setText] = useState(() => drafts.text('reply'));
  const saveNote = useSaveNote(talk, of, acts);
  if (!text) return null;
  const forget = () => {
    drafts.write('reply', '');
    setText('');
  };
  return (
    <div className="notice kept-draft">
      <div>
        <b>{t('talk.keptDraft')}</b>
        <p className="quoted" lang={talk.language}>
          {text}
        </p>
        <div className="inline">
          <button type="button" className="btn" onClick={() => void saveNote(text).then((saved) => saved && forget())}>
            {t('talk.toNote')}
          </button>
          <button type="button" className="btn plain" onClick={forget}>
            {t('talk.dropDraft')}
          </button>
        </div>
      </div>
    </div>
  );
}
