import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { refreshCases } from '../api/case-lists.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useOperations, usePlaybooks } from '../api/queries.js';
import { perform } from '../api/request.js';
import { Dialog } from '../frame/dialog.js';
import { useLabels } from '../words/labels.js';
import { Field } from './field.js';
import { argumentsOf, fieldsOf } from './schema-fields.js';

/** What people who file for others need; the rest is asked of the customer. */
const SHOWN = ['playbook', 'kind', 'source', 'category', 'text', 'name', 'phone', 'fields'];

/** A case filed by staff for a customer who telephones or stands at the counter. */
export default function OpenCase({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const { data: operations } = useOperations();
  const { data: playbooks = [] } = usePlaybooks();
  const [typed, setTyped] = useState<Record<string, string>>({ playbook: playbooks[0]?.id ?? '' });
  const [problem, setProblem] = useState<Problem>();
  const operation = operations?.find((one) => one.verb === 'open-case');
  if (!operation) return null;
  const fields = fieldsOf(operation.arguments).filter(({ name }) => SHOWN.includes(name));
  const book = playbooks.find(({ id }) => id === typed.playbook);
  const options = (name: string) => {
    const named = { kind: book?.kinds, category: book?.categories }[name];
    if (named) return named.map(({ id, label }) => ({ value: id, label: label[labels.language] }));
    if (name === 'source') return book?.sources.map((value) => ({ value, label: labels.value(value) }));
    return name === 'playbook'
      ? playbooks.map(({ id, title }) => ({ value: id, label: title[labels.language] }))
      : undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { number } = await perform<{ number: string }>('/operations/open-case', argumentsOf(fields, typed));
      void refreshCases(queries, [number]);
      onClose();
      go(`/cases/${number}`);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog title={t('op.open')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        {fields.map((field) => (
          <Field
            key={field.name}
            id={`open-${field.name}`}
            field={field}
            options={options(field.name)}
            value={typed[field.name] ?? ''}
            wrong={problem?.field === field.name ? problem.message : undefined}
            focused={field.name === 'text'}
            onValue={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        {problem && (
          <p className="notice late" role="alert">
            {labels.problem(problem.code)} <span className="quiet">{problem.message}</span>
          </p>
        )}
        <div className="m-foot">
          <button type="submit" className="btn primary">
            {labels.verb('open-case')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
