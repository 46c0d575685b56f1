import { useTranslation } from 'react-i18next';
import type { Remedy } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';

/** What the customer gets, with the total under an ink rule. */
export function Money({ remedies, playbook, language }: { remedies: Remedy[]; playbook: string; language: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const lap = Math.max(0, ...remedies.map((one) => one.lap));
  const shown = remedies.filter((one) => one.lap === lap && one.state !== 'refused');
  if (shown.length === 0) return null;
  const total = shown.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  return (
    <table className="money">
      <caption className="vh">{t('case.proposal')}</caption>
      <tbody>
        {shown.map((one, index) => (
          <tr key={index}>
            <td>
              {labels.of(playbook, 'remedies', one.kind)}{' '}
              {one.state !== 'proposed' && <span className="st kept">{labels.value(one.state)}</span>}
              {one.text && (
                <>
                  <br />
                  <span className="k" lang={language}>
                    {one.text}
                  </span>
                </>
              )}
            </td>
            <td className="amt">{one.amount !== undefined && labels.money(one.amount, playbook)}</td>
          </tr>
        ))}
        {shown.length > 1 && total > 0 && (
          <tr className="sum-row">
            <td>
              <b>{t('case.total')}</b>
            </td>
            <td className="amt">{labels.money(total, playbook)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
