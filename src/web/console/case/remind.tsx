import { IconBell } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Course, FullCase } from '../api/case-shapes.js';
import { asProblem } from '../api/problem.js';
import { request } from '../api/request.js';
import { useMe } from '../api/session.js';
import { Act } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useLabels } from '../words/labels.js';
import { timeOfDay } from '../words/times.js';

interface Props {
  of: FullCase;
  course: Course;
  /** Whom the case waits for, in words. */
  who: string;
}

/** Reminds whoever must act; after that it says when one may again. */
export function Remind({ of: { number, playbook }, course: { waitsFor, reminded }, who }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const labels = useLabels();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const zone = labels.book(playbook)?.calendar.zone;
  const nobody = !waitsFor?.people.some((name) => name !== me.name);
  const because = nobody
    ? t('case.remindNobody')
    : reminded && t('case.reminded', { at: timeOfDay(reminded.at, zone), again: timeOfDay(reminded.again, zone) });
  const remind = async () => {
    if (busy) return;
    setBusy(true);
    setFailed('');
    try {
      await request('POST', `/cases/${encodeURIComponent(number)}/reminders`);
      toast(t('case.remindDone', { who }));
    } catch (error) {
      setFailed(labels.problem(asProblem(error).code));
    }
    await queries.invalidateQueries({ queryKey: ['case', number, 'course'] });
    setBusy(false);
  };
  return (
    <>
      <Act label={t('case.remind')} icon={IconBell} because={because} onAct={() => void remind()} />
      {failed && !because && (
        <span className="st late" role="alert">
          {failed}
        </span>
      )}
    </>
  );
}
