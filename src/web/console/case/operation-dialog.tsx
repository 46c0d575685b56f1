import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { keep } from '../../shared/browser-keep.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useCase, useCourse, useOperations, usePlaybooks, useStaff } from '../api/queries.js';
import type { FullCase } from '../api/case-shapes.js';
import { Dialog } from '../frame/dialog.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { assignedNow } from './assigned-before.js';
import { Confirmation } from './confirmation.js';
import { Field } from './field.js';
import { namedFor, optionsFor, presetFor, toConfirm } from './form-hints.js';
import { Before } from './forms/before.js';
import { meantBy } from './named-words.js';
import { argumentsOf, fieldsOf } from './schema-fields.js';
import { StaleNotice } from './stale-notice.js';
import { usePerform } from './use-perform.js';

interface Props {
  number: string;
  verb: string;
  /** Arguments known already, such as a suggested category. */
  given?: Record<string, string>;
  onClose: () => void;
  /** What was done could not be taken back. */
  onUndoFailed?: (problem: Problem) => void;
}

/** An operation on a case, its form made from the argument schema; money and words to customers take a second step. */
export function OperationDialog({ number, verb, given, onClose, onUndoFailed }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: of } = useCase(number);
  const { data: operations } = useOperations();
  const { data: course } = useCourse(number);
  const { data: playbooks } = usePlaybooks();
  const { data: staff = [] } = useStaff();
  const perform = usePerform(number);
  const queries = useQueryClient();
  const drafted = ['redress.desk.form', number, verb, ...(given?.what ? [given.what] : [])].join('.');
  const book = playbooks?.find(({ id }) => id === of?.playbook);
  const [typed, setTyped] = useState<Record<string, string>>(() => ({
    ...(of && presetFor(verb, of, book)),
    ...given,
    ...savedForm(drafted),
  }));
  const [confirming, setConfirming] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const read = useRef<FullCase>(undefined);
  read.current ??= of;

  useEffect(() => {
    if (Object.values(typed).some(Boolean)) keep.set(drafted, JSON.stringify(typed));
  }, [drafted, typed]);

  const operation = operations?.find((one) => one.verb === verb && one.on === 'case');
  if (!of || !operation) return null;
  const fields = fieldsOf(operation.arguments);
  // Approving is confirmed where it stands: the remedies are shown above the button.
  const inPlace = verb === 'approve';
  const known = {
    case: of,
    playbook: book,
    staff,
    labels,
    words: { recused: t('case.recusedOption'), offDuty: t('me.offDuty') },
  };
  const name = labels.verb(verb);
  const named = new Map(fields.map((field) => [field.name, namedFor(verb, field, known)]));
  const meant = Object.entries(typed).map(([field, text]) => [field, meantBy(named.get(field)?.options ?? [], text)]);
  const args = argumentsOf(fields, Object.fromEntries(meant) as Record<string, string>);
  const second = toConfirm(verb, args, of);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (second && !inPlace && !confirming) return setConfirming(true);
    setBusy(true);
    try {
      const after = await perform(verb, args, read.current?.version);
      keep.remove(drafted);
      const before = verb === 'assign' ? assignedNow(of) : undefined;
      const again = after.allowed?.some((one) => one.verb === verb && one.allowed);
      toast(
        t('op.done', { verb: name }),
        before && again
          ? {
              undo: () => void perform(verb, before, after.version).catch((error) => onUndoFailed?.(asProblem(error))),
              stands: () => queries.getQueryData<FullCase>(['case', number])?.version === after.version,
            }
          : undefined,
      );
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setConfirming(false);
      setBusy(false);
    }
  };
  const needed = (course?.needs ?? []).flatMap((one) => (one.verb === verb ? (one.with ?? []) : []));
  const wrongOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  const stale = problem?.code === 'STALE';
  return (
    <Dialog title={t('op.title', { verb: name, number })} onClose={onClose}>
      <form aria-label={name} onSubmit={(event) => void submit(event)} noValidate={confirming}>
        <Before verb={verb} of={of} what={given?.what} />
        {confirming && second ? (
          <Confirmation {...second} playbook={of.playbook} language={of.language} />
        ) : (
          fields.map((field, index) => (
            <Field
              key={field.name}
              id={`${verb}-${field.name}`}
              field={field}
              options={optionsFor(verb, field.name, known)}
              named={named.get(field.name)}
              value={typed[field.name] ?? ''}
              wrong={wrongOf(field.name)}
              needed={needed.includes(field.name)}
              focused={index === 0 && !inPlace}
              onValue={(value) => setTyped({ ...typed, [field.name]: value })}
            />
          ))
        )}
        {fields.length === 0 && <p className="quiet">{t('op.noArguments')}</p>}
        {stale && read.current && <StaleNotice before={read.current} now={of} />}
        {problem && !stale && !fields.some((field) => field.name === problem.field) && (
          <p className="notice late" role="alert">
            {labels.problem(problem.code)} <span className="quiet">{problem.message}</span>
          </p>
        )}
        <div className="m-foot">
          <button
            type="submit"
            className="btn primary"
            aria-disabled={busy || undefined}
            data-autofocus={inPlace || confirming || fields.length === 0 || undefined}
            autoFocus={confirming}
            onClick={() => stale && (read.current = of)}
          >
            {second && !confirming && !inPlace ? t('op.go') : t('op.confirm', { verb: name })}
          </button>
          {confirming ? (
            <button type="button" className="btn" onClick={() => setConfirming(false)}>
              {t('op.back')}
            </button>
          ) : (
            <button type="button" className="btn" onClick={onClose}>
              {t('cancel')}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function savedForm(key: string): Record<string, string> {
  try {
    return JSON.parse(keep.get(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
