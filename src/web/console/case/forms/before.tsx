import { useTranslation } from 'react-i18next';
import type { FullCase } from '../../api/case-shapes.js';
import { useLabels } from '../../words/labels.js';
import { MoreTime } from '../../approvals/more-time.js';
import { Money } from '../money.js';

/** What one must see before deciding: the remedies where they are decided, the facts where they are judged or told. */
export function Before({ verb, of, what }: { verb: string; of: FullCase; what?: string }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const extension = what === 'extension' && of.extensions?.find(({ state }) => state === 'proposed');
  if (extension) return <MoreTime extension={extension} playbook={of.playbook} />;
  if (verb === 'approve' || verb === 'refuse' || verb === 'carry-out-remedy')
    return <Money remedies={of.remedies} playbook={of.playbook} language={of.language} />;
  if (verb === 'assign' && of.category)
    return <p className="k f">{labels.of(of.playbook, 'categories', of.category)}</p>;
  if (verb === 'record-finding' || verb === 'propose-remedy' || verb === 'classify')
    return (
      <blockquote className="quoted f" lang={of.language}>
        {of.fields.content?.slice(0, 400)}
        {of.fields.outcome && <span className="k"> {of.fields.outcome}</span>}
      </blockquote>
    );
  if (verb === 'inform-customer')
    return (
      <div className="f">
        {of.findings.at(-1)?.cause && (
          <p className="k" lang={of.language}>
            {t('case.finding')}: {of.findings.at(-1)?.cause}
          </p>
        )}
        <Money remedies={of.remedies} playbook={of.playbook} language={of.language} />
      </div>
    );
  return null;
}
