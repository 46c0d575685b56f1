import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelCheck, ChannelStanding } from '../api/channel-shapes.js';
import type { Problem } from '../api/problem.js';
import { asProblem } from '../api/problem.js';
import { request } from '../api/request.js';
import { Icon } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { ProblemLine } from './problem-line.js';

/** One channel: whether it works, what went through and what did not, what it can do, and a test of its account. */
export function ChannelRow({ channel }: { channel: ChannelStanding }) {
  const { t } = useTranslation();
  const { language } = useLabels();
  const { name, capabilities: can, testable, lastIn, lastOut, lastError, failing } = channel;
  const at = (value: string) => moment(value, language, new Date());
  const error = lastError && { at: at(lastError.at), because: lastError.because };
  return (
    <li>
      <b>{t(`channel.${name}`, name)}</b>
      {failing && error ? (
        <span className="st late">
          <Icon of={IconAlertTriangle} size={14} />
          {t('pages.channels.failing', error)}
        </span>
      ) : (
        <span className="st kept">
          <Icon of={IconCheck} size={14} />
          {t('pages.channels.fine')}
        </span>
      )}
      <span className="second">
        {[
          lastIn && t('pages.channels.lastIn', { at: at(lastIn) }),
          lastOut && t('pages.channels.lastOut', { at: at(lastOut) }),
          !lastIn && !lastOut && t('pages.channels.nothing'),
          !failing && error && t('pages.channels.lastError', error),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {testable && <Test name={name} />}
      <span className="k full">
        {[
          can.push && t('admin.push'),
          can.pull && t('admin.pull'),
          can.buttons > 0 && t('admin.buttons', { count: can.buttons }),
          can.files && t('admin.files'),
          t('admin.length', { count: can.textLength }),
          can.replyWindowHours && t('admin.window', { count: can.replyWindowHours }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** Asks the vendor now, and says what is wrong and what to do about it. */
function Test({ name }: { name: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [result, setResult] = useState<ChannelCheck>();
  const [problem, setProblem] = useState<Problem>();
  const ask = async () => {
    if (asking) return;
    setAsking(true);
    setProblem(undefined);
    try {
      setResult(await request<ChannelCheck>('POST', `/channels/${encodeURIComponent(name)}/test`, {}));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setAsking(false);
  };
  return (
    <>
      <button
        type="button"
        className="btn end"
        aria-disabled={asking || undefined}
        aria-label={t('pages.channels.testOf', { channel: t(`channel.${name}`, name) })}
        onClick={() => void ask()}
      >
        {t(asking ? 'pages.channels.asking' : 'pages.channels.test')}
      </button>
      <div className="full" role="status">
        {result && !asking && <Result result={result} />}
      </div>
      <ProblemLine problem={problem} />
    </>
  );
}

function Result({ result }: { result: ChannelCheck }) {
  const { t } = useTranslation();
  if (result.ok)
    return (
      <p className="notice kept">
        {result.note
          ? t(`pages.channels.note.${result.note}`)
          : t('pages.channels.answers', { account: result.account })}
      </p>
    );
  const { problem, said = '' } = result;
  return (
    <div className="notice late">
      <div>
        <b>{t(`pages.channels.wrong.${problem}`)}</b> {t(`pages.channels.todo.${problem}`)}
        {said && <span className="k full break"> {t('pages.channels.said', { said })}</span>}
      </div>
    </div>
  );
}
