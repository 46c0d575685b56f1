import {
  IconArrowLeft,
  IconArrowsExchange,
  IconChevronRight,
  IconHandStop,
  IconHeadset,
  IconRobot,
} from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { asProblem } from '../api/problem.js';
import { useCase, usePlaybooks, useStaff, useTalk } from '../api/queries.js';
import { useMe } from '../api/session.js';
import type { Talk } from '../api/shapes.js';
import { useCommands } from '../frame/commands.js';
import { Dialog } from '../frame/dialog.js';
import { useKeys } from '../frame/keys.js';
import { Failed, Icon, Key, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { span, timeOfDay } from '../words/times.js';
import { CHANNEL_ICONS } from './talk-list.js';
import { ReplyBox } from './reply-box.js';
import { Transcript } from './transcript.js';
import { useTalkActs } from './use-talk-acts.js';

interface Props {
  id: string;
  onBack: () => void;
  onCase: () => void;
}

/** One conversation: who has it, what was said, and the reply or the button that takes it over. */
export function TalkView({ id, onBack, onCase }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const { data: talk, error, refetch } = useTalk(id);
  const acts = useTalkActs(id);
  const { data: of } = useCase(talk?.cases[0]);
  const [transferring, setTransferring] = useState(false);
  const mine = talk?.control === 'agent' && talk.agent === me.name;
  const { takeOver, handBack } = acts;
  const mayTake = talk !== undefined && talk.control !== 'agent';

  useKeys({
    t: mayTake ? () => void takeOver() : undefined,
    b: mine ? () => void handBack() : undefined,
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
            { id: 'transfer', group: t('palette.talk'), label: t('talk.transfer'), run: () => setTransferring(true) },
          ]
        : []),
    ],
    // The acts are new at every drawing, what they do is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [mayTake, mine, t],
  );
  useCommands('talk', commands);

  if (!talk)
    return (
      <section className="conv" aria-label={t('talk.messages')}>
        {error ? (
          asProblem(error).status === 404 ? (
            <p className="empty">{labels.problem('NOT_FOUND')}</p>
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
        <div>
          <h2>{name}</h2>
          <span className="k">
            {CHANNEL_ICONS[talk.channel] && <Icon of={CHANNEL_ICONS[talk.channel]!} size={14} />}
            {t(`channel.${talk.channel}`, talk.channel)} · <Control talk={talk} mine={mine} />
          </span>
        </div>
        <span className="end" />
        {mine && (
          <>
            <button type="button" className="btn" onClick={() => setTransferring(true)}>
              <Icon of={IconArrowsExchange} className="no-s" />
              {t('talk.transfer')}
            </button>
            <button type="button" className="btn" aria-keyshortcuts="b" onClick={() => void handBack()}>
              <Icon of={IconRobot} className="no-s" />
              {t('talk.handBack')}
            </button>
          </>
        )}
      </header>
      <button type="button" className="mini only-s" onClick={onCase}>
        <b className="num">{talk.cases[0] ?? t('side.customer')}</b>
        {of && <span>{labels.of(of.playbook, 'stages', of.stage)}</span>}
        <span className="end">
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
          <ReplyBox talk={talk} of={of} acts={acts} />
        ) : (
          <TakeOver talk={talk} onTake={() => void takeOver()} of={of?.number} />
        )}
      </div>
      {transferring && <Transfer talk={talk} onClose={() => setTransferring(false)} onTransfer={acts.transfer} />}
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

/** Instead of the reply box while somebody else speaks: the button, and what is being asked. */
function TakeOver({ talk, onTake, of }: { talk: Talk; onTake: () => void; of?: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  }, []);
  const theirs = talk.control === 'agent';
  return (
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
      <span className="k" id="take-why">
        {theirs
          ? t('talk.taken', { name: labels.who(talk.agent) })
          : talk.known?.asks && talk.control === 'bot'
            ? t('talk.botAsks', { what: labels.of(talk.playbook, 'fields', talk.known.asks) })
            : t('talk.takeFirst')}
      </span>
      {of && (
        <Link className="btn plain end no-s" href={`/cases/${of}`}>
          {t('talk.case')} {of}
        </Link>
      )}
    </div>
  );
}

interface TransferProps {
  talk: Talk;
  onClose: () => void;
  onTransfer: (to: string) => Promise<boolean>;
}

function Transfer({ talk, onClose, onTransfer }: TransferProps) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const { data: staff = [] } = useStaff();
  const { data: playbooks } = usePlaybooks();
  const roles = new Set(playbooks?.find(({ id }) => id === talk.playbook)?.roles.map(({ id }) => id));
  const others = staff.filter((one) => one.active && one.name !== me.name && one.roles.some((role) => roles.has(role)));
  return (
    <Dialog title={t('talk.transferTo')} onClose={onClose}>
      {others.length === 0 && <p className="k">{t('talk.transferNobody')}</p>}
      <ul className="stack">
        {others.map((one) => (
          <li key={one.name}>
            <button
              type="button"
              className="btn block"
              onClick={() => void onTransfer(one.name).then((done) => done && onClose())}
            >
              {one.displayName}
              <span className="k">
                {one.roles.map((role) => labels.of(talk.playbook, 'roles', role)).join('、')}
                {one.offDuty && `, ${t('me.offDuty')}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
