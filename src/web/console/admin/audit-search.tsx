import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperations, useStaff } from '../api/queries.js';
import { useLabels } from '../words/labels.js';
import { DEEDS } from './audit-words.js';

const KINDS = ['case', ...Object.keys(DEEDS)];

/** What narrows the audit; `onSearch` gets it as a query. */
export function AuditSearch({ onSearch }: { onSearch: (query: string) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: staff = [] } = useStaff();
  const { data: operations = [] } = useOperations();
  const verbs = [...new Set(operations.filter(({ on }) => on !== 'conversation').map(({ verb }) => verb))];
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => value !== '') as [string, string][];
    onSearch(new URLSearchParams(given).toString());
  };
  const any = (name: string) => (
    <option value="">
      {t(`pages.audit.${name}`)}: {t('pages.audit.any')}
    </option>
  );
  return (
    <form className="inline find-row" role="search" onSubmit={search}>
      <input className="in" name="q" type="search" aria-label={t('pages.audit.q')} placeholder={t('pages.audit.q')} />
      <select className="in" name="kind" aria-label={t('pages.audit.kind')}>
        {any('kind')}
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`pages.audit.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <select className="in" name="who" aria-label={t('pages.audit.who')}>
        {any('who')}
        {staff.map(({ name, displayName }) => (
          <option key={name} value={name}>
            {displayName}
          </option>
        ))}
      </select>
      <select className="in" name="what" aria-label={t('pages.audit.what')}>
        {any('what')}
        <optgroup label={t('pages.audit.kinds.case')}>
          {verbs.map((verb) => (
            <option key={verb} value={verb}>
              {labels.verb(verb)}
            </option>
          ))}
        </optgroup>
        {Object.entries(DEEDS).map(([kind, deeds]) => (
          <optgroup key={kind} label={t(`pages.audit.kinds.${kind}`)}>
            {deeds.map((deed) => (
              <option key={deed} value={deed}>
                {t(`pages.audit.deed.${deed}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" className="btn primary">
        {t('pages.audit.find')}
      </button>
    </form>
  );
}
