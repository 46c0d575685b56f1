import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useTalks } from '../api/queries.js';
import { Frame } from '../frame/frame.js';
import { span } from '../words/times.js';
import { SidePanel } from './side-panel.js';
import { TalkList } from './talk-list.js';
import { TalkView } from './talk-view.js';

/** Who waits and who talks on the left, the talk in the middle, the customer and the case on the right. */
export default function InboxPage({ id }: { id?: string }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [showCase, setShowCase] = useState(false);
  const { data: waiting } = useTalks('control=waiting');
  const longest = Math.min(...(waiting ?? []).map(({ since }) => Date.parse(since ?? '')));
  const fact = Number.isFinite(longest) ? t('inbox.longest', { span: span(Date.now() - longest, t) }) : t('inbox.none');
  return (
    <Frame title={t('nav.inbox')} fact={fact} view={id ? (showCase ? 'case' : 'talk') : undefined} className="inbox">
      <div className="cols">
        <TalkList current={id} />
        {id ? (
          <>
            <TalkView key={id} id={id} onBack={() => go('/inbox')} onCase={() => setShowCase(true)} />
            <SidePanel id={id} onBack={() => setShowCase(false)} />
          </>
        ) : (
          <section className="conv blank" aria-label={t('inbox.pick')}>
            <div className="empty">
              <p className="strong">{t('inbox.pick')}</p>
              <p>{t('inbox.pickHint')}</p>
            </div>
          </section>
        )}
      </div>
    </Frame>
  );
}
