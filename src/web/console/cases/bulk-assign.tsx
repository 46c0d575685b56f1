import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshCases } from '../api/case-lists.js';
import { asProblem } from '../api/problem.js';
import { useStaff } from '../api/queries.js';
import { perform } from '../api/request.js';
import type { CaseRow } from '../api/case-shapes.js';
import { Dialog } from '../frame/dialog.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { whyNot } from './why-not.js';

/** Several cases to one person; those that cannot be are named with the reason. */
export function BulkAssign({ rows, onClose }: { rows: CaseRow[]; onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const queries = useQueryClient();
  const { data: staff = [] } = useStaff();
  const [refused, setRefused] = useState<{ number: string; why: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget).get('to'));
    setBusy(true);
    const failed: { number: string; why: string }[] = [];
    for (const { number, version } of rows) {
      try {
        await perform(`/cases/${number}/operations/assign`, { to }, undefined, version);
      } catch (error) {
        failed.push({ number, why: labels.problem(asProblem(error).code) });
      }
    }
    void refreshCases(
      queries,
      rows.map(({ number }) => number),
    );
    setBusy(false);
    setRefused(failed);
    toast(t('cases.assigned', { done: rows.length - failed.length, all: rows.length }));
    if (failed.length === 0) onClose();
  };
  return (
    <Dialog title={`${labels.verb('assign')} (${rows.length})`} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <label className="lab" htmlFor="bulk-to">
          {labels.argument('to')}
        </label>
        <select className="in" id="bulk-to" name="to" required data-autofocus>
          {staff
            .filter(({ active }) => active)
            .map((person) => {
              const out = whyNot(person, rows, labels.book);
              const because = out && t(`cases.whyNot.${out.why}`);
              const which = out && !out.all ? ` (${out.numbers.join(t('comma'))})` : '';
              return (
                <option key={person.name} value={person.name} disabled={out?.all}>
                  {[person.displayName, because && because + which, person.offDuty && t('me.offDuty')]
                    .filter(Boolean)
                    .join(' · ')}
                </option>
              );
            })}
        </select>
        {refused.length > 0 && (
          <ul className="notice late stack" role="alert">
            {refused.map((one) => (
              <li key={one.number}>{t('cases.notAssigned', one)}</li>
            ))}
          </ul>
        )}
        <div className="m-foot">
          <button type="submit" className="btn primary" aria-disabled={busy || undefined}>
            {labels.verb('assign')}
          </button>
          <button type="button" className="btn" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
