import {
  IconArrowLeft,
  IconArrowsExchange,
  IconChevronRight,
  IconHandStop,
  IconHeadset,
  IconMessage2Share,
  IconRobot,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem.js';
import { useCase, useTalk } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { Talk } from '../api/talk-shapes.js';
import { useCommands } from '../frame/commands.js';
import { useKeys } from '../frame/keys.js';
import { Failed, Icon, Waiting } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { span, timeOfDay } from '../words/times.js';
import { CHANNEL_ICONS } from './talk-list.js';
import { ClockStrip } from './clock-strip.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReplyBox } from './reply-box.js';
import { TakeOver } from './take-over.js';
import { Transcript } from './transcript.js';
import { Transfer } from './transfer.js';
import { usePresence } from './use-presence.js';
import { useTalkActs } from './use-talk-acts.js';
import { WhoIsThere } from './who-is-there.js';

interface Props {
  id: string;
  onBack: () => void;
  onCase: () => void;
}

/** One conversation: who has it, what was said, and the reply or the button that takes it over. */
export function TalkView({ id, onBack, onCase }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const labels = useLabels();
  const { data: talk, error, refetch } = useTalk(id);
  const acts = useTalkActs(id);
  const { data: of } = useCase(talk?.cases[0]);
  const [transferring, setTransferring] = useState(false);
  const [handingBack, setHandingBack] = useState(false);
  const mine = talk?.control === 'agent' && talk.agent === me.name;
  const writing = usePresence(id);
  const mayTake = talk !== undefined && talk.control !== 'agent';
  const known = () => queries.getQueryData<Talk>(['talk', id]);
  const takeOver = async () => {
    const waited = talk?.control === 'waiting';
    const taken = await acts.takeOver();
    if (!taken) return;
    toast(t('talk.tookOver'), {
      undo: () => void (waited ? acts.putBack() : acts.handBack()),
      stands: () => {
        const now = known();
        return now?.agent === me.name && (!waited || now.waitedSince !== undefined) && !spokenSince(taken, now);
      },
    });
  };
  const handBack = async (note?: string) => {
    const left = await acts.handBack(note);
    if (!left) return;
    toast(t('talk.handedBack'), {
      undo: () => void acts.takeOver(),
      stands: () => known()?.control !== 'agent' && !spokenSince(left, known()),
    });
  };

  useKeys({
    t: mayTake ? () => void takeOver() : undefined,
    b: mine ? () => void handBack() : undefined,
    'shift+b': mine ? () => setHandingBack(true) : undefined,
  });
  const commands = useMemo(
    () => [
      ...(mayTake
        ? [
            {
              id: 'take-over',
              group: t('palette.talk'),
              label: t('talk.takeOver'),
              keys: 'T',
              run: () => void takeOver(),
            },
          ]
        : []),
      ...(mine
        ? [
            {
              id: 'hand-back',
              group: t('palette.talk'),
              label: t('talk.handBack'),
              keys: 'B',
              run: () => void handBack(),
            },
            {
              id: 'hand-back-note',
              group: t('palette.talk'),
              label: t('talk.handBackWith'),
              keys: 'Shift B',
              run: () => setHandingBack(true),
            },
            { id: 'transfer', group: t('palette.talk'), label: t('talk.transfer'), run: () => setTransferring(true) },
          ]
        : []),
    ],
    // The acts are new at every drawing, what they do is not.
    [mayTake, mine, t],
  );
  useCommands('talk', commands);

  if (!talk)
    return (
      <section className="conv" aria-label={t('talk.messages')}>
        {error ? (
          asProblem(error).status === 404 ? (
            <div className="empty stack">
              <p>{labels.problem('NOT_FOUND')}</p>
              <p>
                <button type="button" className="btn" onClick={onBack}>
                  {t('gone.back')}
                </button>
              </p>
            </div>
          ) : (
            <Failed error={error} again={() => void refetch()} />
          )
        ) : (
          <Waiting rows={5} />
        )}
      </section>
    );
  const name = talk.name ?? t('inbox.nobody');
  return (
    <section className="conv" aria-label={t('talk.of', { name })} data-region tabIndex={-1}>
      <header>
        <button type="button" className="btn plain icon only-s" aria-label={t('backTo')} onClick={onBack}>
          <Icon of={IconArrowLeft} />
        </button>
        <div className="start">
          <h2>{name}</h2>
          <span className="k">
            {CHANNEL_ICONS[talk.channel] && <Icon of={CHANNEL_ICONS[talk.channel]!} size={14} />}
            <span className="no-s">{t(`channel.${talk.channel}`, talk.channel)} ·</span>
            <Control talk={talk} mine={mine} />
          </span>
        </div>
        <WhoIsThere people={talk.present ?? []} />
        {mine && (
          <>
            <button type="button" className="btn" aria-label={t('talk.transfer')} onClick={() => setTransferring(true)}>
              <Icon of={IconArrowsExchange} />
              <span className="no-s">{t('talk.transfer')}</span>
            </button>
            <button type="button" className="btn" aria-keyshortcuts="b" onClick={() => void handBack()}>
              <Icon of={IconRobot} className="no-s" />
              {t('talk.handBack')}
            </button>
            <button
              type="button"
              className="btn icon no-s"
              aria-label={t('talk.handBackWith')}
              title={t('talk.handBackWith')}
              aria-keyshortcuts="Shift+B"
              onClick={() => setHandingBack(true)}
            >
              <Icon of={IconMessage2Share} />
            </button>
          </>
        )}
      </header>
      <button type="button" className="mini only-s" onClick={onCase}>
        {of ? <ClockStrip of={of} /> : <b>{t('side.customer')}</b>}
        <span className="end num">
          {talk.cases[0]}
          <Icon of={IconChevronRight} size={16} />
        </span>
      </button>
      <Transcript talk={talk} of={of} acts={acts} />
      <div className="foot-b">
        {acts.problem && (
          <p className="notice late" role="alert">
            {acts.problem.code === 'ALREADY_TAKEN' && talk.agent
              ? t('talk.takenJust', { name: labels.who(talk.agent) })
              : labels.problem(acts.problem.code)}
          </p>
        )}
        {talk.blocked && <p className="notice soon">{t('talk.blocked')}</p>}
        {mine ? (
          <ReplyBox talk={talk} of={of} acts={acts} writing={writing} />
        ) : (
          <TakeOver talk={talk} of={of} acts={acts} onTake={() => void takeOver()} />
        )}
      </div>
      {handingBack && (
        <ReasonDialog
          title={t('talk.handBackWith')}
          label={t('talk.handBackWord')}
          act={t('talk.handBack')}
          needed={false}
          onClose={() => setHandingBack(false)}
          onAct={handBack}
        />
      )}
      {transferring && (
        <Transfer
          talk={talk}
          of={of}
          problem={acts.problem}
          onClose={() => setTransferring(false)}
          onTransfer={acts.transfer}
        />
      )}
    </section>
  );
}

function Control({ talk, mine }: { talk: Talk; mine: boolean }) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (talk.control === 'bot')
    return (
      <span className="st bare">
        <Icon of={IconRobot} size={14} />
        {t('talk.withBot')}
      </span>
    );
  if (talk.control === 'waiting')
    return (
      <span className="st bare soon">
        <Icon of={IconHandStop} size={14} />
        {t('talk.waits', { span: span(Date.now() - Date.parse(talk.since ?? ''), t) })}
      </span>
    );
  return (
    <span className={`st bare ${mine ? 'now' : ''}`}>
      <Icon of={IconHeadset} size={14} />
      {mine
        ? t('talk.yours')
        : t('talk.theirs', { name: labels.who(talk.agent), at: timeOfDay(talk.since ?? talk.createdAt) })}
    </span>
  );
}

/** Somebody said something after that: what was done then cannot be taken back unnoticed. */
function spokenSince(then: Talk, now: Talk | undefined): boolean {
  return (now?.messages ?? []).some(({ seq, from }) => seq > Number(then.cursor) && from !== 'bot');
}
