import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Frame } from './frame.js';

/** An address that is none of the desk's. */
export function GonePage() {
  const { t } = useTranslation();
  return (
    <Frame title={t('gone.title')}>
      <div className="empty stack">
        <p>{t('gone.text')}</p>
        <p>
          <Link href="/inbox" className="btn primary">
            {t('gone.back')}
          </Link>
        </p>
      </div>
    </Frame>
  );
}
