import { useTranslation } from 'react-i18next';
import { useLabels } from '../words/labels.js';

interface Props {
  told?: string;
  money?: number;
  playbook: string;
  /** The customer's own. */
  language: string;
}

/** The second step: what the customer will read, what will be paid. */
export function Confirmation({ told, money, playbook, language }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <div className="stack">
      {told !== undefined && (
        <>
          <p className="k">{t('op.confirmTold')}</p>
          <blockquote className="quoted pre" lang={language}>
            {told}
          </blockquote>
        </>
      )}
      {money !== undefined && <p className="strong">{t('op.confirmMoney', { sum: labels.money(money, playbook) })}</p>}
      <p className="k">{t('op.check')}</p>
    </div>
  );
}
