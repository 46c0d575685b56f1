import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../api/request.js';
import { Failed, Waiting } from '../frame/parts.js';
import { useLabels } from '../words/labels.js';
import { moment } from '../words/times.js';
import { ProblemLine } from './problem-line.js';
import { useChange } from './use-change.js';

interface Delivery {
  id: string;
  event: string;
  state: 'owed' | 'delivered' | 'dead';
  attempts: number;
  at: string;
  error?: string;
}

const AGAIN_MS = 2000;
const TONE = { owed: '', delivered: 'kept', dead: 'late' };

/** What one webhook was told lately; what was given up can be sent again. */
export function Deliveries({ webhook, wordOf }: { webhook: string; wordOf: (event: string) => string }) {
  const { t } = useTranslation();
  const { language } = useLabels();
  const { change, problem } = useChange('deliveries');
  const { data, error, refetch } = useQuery({
    queryKey: ['deliveries', webhook],
    queryFn: () =>
      get<{ deliveries: Delivery[] }>(`/webhooks/${encodeURIComponent(webhook)}/deliveries`).then(
        ({ deliveries }) => deliveries,
      ),
    refetchInterval: ({ state }) => state.data?.some((one) => one.state === 'owed') && AGAIN_MS,
  });
  if (!data) return error ? <Failed error={error} again={() => void refetch()} /> : <Waiting rows={2} />;
  return (
    <div className="deliveries">
      <ProblemLine problem={problem} />
      {data.length === 0 && <p className="k">{t('pages.webhooks.noDeliveries')}</p>}
      <ul className="rows">
        {data.map(({ id, event, state, attempts, at, error: why }) => (
          <li key={id}>
            <span className={`st ${TONE[state]}`}>{t(`pages.webhooks.state.${state}`)}</span>
            <span>
              {t(wordOf(event))} <span className="k num">{id.split('/')[1]}</span>
              <br />
              <span className="k">
                {[moment(at, language, new Date()), t('pages.webhooks.tries', { count: attempts }), why]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {state === 'dead' && (
              <button
                type="button"
                className="btn end"
                onClick={() => void change('POST', '/webhook-deliveries/replay', { id })}
              >
                {t('pages.webhooks.replay')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
