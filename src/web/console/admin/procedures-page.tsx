import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlaybooks } from '../api/queries.js';
import { get } from '../api/request.js';
import type { Playbook } from '../api/playbook-shapes.js';
import { given } from '../case/stage-path.js';
import { Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { AdminFrame } from './admin-frame.js';
import { Versions } from './versions.js';

interface Fault {
  file: string;
  line: number;
  field: string;
  message: string;
}

/** The written procedures, drawn as their stages: owner, clock, what each needs. */
export default function ProceduresPage() {
  const { t } = useTranslation();
  const { language } = useLabels();
  const { data } = usePlaybooks();
  const { data: faults = [] } = useQuery({
    queryKey: ['playbook-faults'],
    queryFn: () => get<{ faults?: Fault[] }>('/playbooks').then((all) => all.faults ?? []),
  });
  const [chosen, setChosen] = useState<string>();
  const book = data?.find(({ id }) => id === chosen) ?? data?.[0];
  return (
    <AdminFrame page="procedures">
      {!data && <Waiting />}
      {faults.length > 0 && (
        <div className="notice late" role="status">
          <div>
            <b>{t('pages.faults.title')}</b>
            <ul>
              {faults.map(({ file, line, field, message }) => (
                <li key={`${file}${line}${field}`}>
                  <code>{file}</code> {t('pages.faults.line', { line })} <code>{field}</code> {message}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <div className="inline f" role="group" aria-label={t('admin.procedures')}>
        {data?.map(({ id, title }) => (
          <button key={id} type="button" className="btn" aria-pressed={id === book?.id} onClick={() => setChosen(id)}>
            {title[language]}
          </button>
        ))}
      </div>
      {book && <Versions key={book.id} book={book} />}
      {book && <Drawn book={book} />}
    </AdminFrame>
  );
}

function Drawn({ book }: { book: Playbook }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { language } = labels;
  return (
    <>
      <h2 className="h2">{t('case.version', { title: book.title[language], n: book.version })}</h2>
      <p className="k">{book.company[language]}</p>
      <ol className="drawn">
        {book.stages.map((stage) => (
          <li key={stage.id}>
            <h3>{stage.label[language]}</h3>
            <dl className="pairs">
              <dt>{t('admin.owners')}</dt>
              <dd>
                {stage.owner
                  .map((role) => (role === 'customer' ? labels.argument('customer') : labels.who(role, book.id)))
                  .join('、')}
              </dd>
              <dt>{t('admin.clock')}</dt>
              <dd>{(stage.clock ?? []).map((duration) => given(duration, t)).join(' / ') || t('clock.none')}</dd>
              <dt>{t('admin.needs')}</dt>
              <dd>{[...new Set(stage.needs.map(({ verb }) => labels.verb(verb)))].join('、')}</dd>
              {stage.approval && (
                <>
                  <dt>{t('admin.approval')}</dt>
                  <dd>
                    {Object.entries(stage.approval.limits ?? {})
                      .map(([role, sum]) => `${labels.who(role, book.id)} ${labels.money(sum, book.id)}`)
                      .join('、') || labels.argument(stage.approval.what)}
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
      <h3>{t('admin.hours')}</h3>
      <p className="k">
        {Object.entries(book.calendar.week)
          .filter(([, blocks]) => blocks.length > 0)
          .map(
            ([day, blocks]) =>
              `${(t('admin.days', { returnObjects: true }) as string[])[Number(day) - 1]} ${blocks.map(({ from, to }) => `${from}–${to}`).join(', ')}`,
          )
          .join('　')}{' '}
        ({book.calendar.zone})
      </p>
      <h3>{t('admin.categories')}</h3>
      <p className="k">{book.categories.map(({ label }) => label[language]).join('、')}</p>
    </>
  );
}
