import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../api/problem.js';
import { usePlaybooks } from '../api/queries.js';
import type { FullCase, Suggested } from '../api/case-shapes.js';
import type { Named } from '../api/playbook-shapes.js';
import { Bar, Key } from '../frame/parts.js';
import { toast } from '../frame/toasts.js';
import { useKeys } from '../frame/keys.js';
import { useLabels } from '../words/labels.js';
import { usePerform } from './use-perform.js';

/** The classification at one glance: the suggestion with its deciding words, nature, severity, one button. */
export function Guess({ of, suggested }: { of: FullCase; suggested?: Suggested }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { data: playbooks } = usePlaybooks();
  const perform = usePerform(of.number);
  const book = playbooks?.find(({ id }) => id === of.playbook);
  const [best, second] = suggested?.ranked ?? [];
  const preset = of.category ?? (suggested?.sure ? best?.label : undefined);
  const [category, setCategory] = useState(preset ?? '');
  const [nature, setNature] = useState(of.nature ?? book?.natures[0]?.id ?? '');
  const [severity, setSeverity] = useState(of.severity);
  const [because, setBecause] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const allowed = of.allowed.find(({ verb }) => verb === 'classify');
  const why = allowed && !allowed.allowed ? labels.problem(allowed.because ?? '') : undefined;
  const chosen = category || preset || '';
  const lowered = rank(book?.severities, severity) < rank(book?.severities, of.severity);

  const confirm = async () => {
    if (why) return;
    try {
      const args = {
        category: chosen,
        nature: nature || book?.natures[0]?.id,
        severity,
        ...(lowered && because && { because }),
      };
      const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value));
      await perform('classify', given, of.version);
      toast(t('op.done', { verb: labels.verb('classify') }));
      setProblem(undefined);
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  useKeys({ c: () => void confirm() });
  const percent = (probability: number) => Math.round(probability * 100);
  return (
    <div>
      <div className="guess">
        <label htmlFor="guess-category">{t('guess.category')}</label>
        {best && suggested?.sure && chosen === best.label && <span className="num">{percent(best.probability)}%</span>}
        <select id="guess-category" className="in" value={chosen} onChange={(event) => setCategory(event.target.value)}>
          <option value="">{t('guess.choose')}</option>
          {book?.categories.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[labels.language]}
            </option>
          ))}
        </select>
        {best && suggested?.sure && <Bar percent={percent(best.probability)} />}
      </div>
      {suggested && suggested.words.length > 0 && suggested.sure && (
        <p className="words">
          <span className="k">{t('guess.because')}</span>
          {suggested.words.map((word) => (
            <mark key={word}>{word}</mark>
          ))}
        </p>
      )}
      {suggested?.sure && second && (
        <p className="k">
          {t('guess.next', {
            what: `${labels.of(of.playbook, 'categories', second.label)} ${percent(second.probability)}%`,
          })}
        </p>
      )}
      {suggested && !suggested.sure && (
        <div className="inline">
          <span className="k">{t('guess.unsure')}</span>
          {suggested.ranked.slice(0, 3).map(({ label }) => (
            <button
              key={label}
              type="button"
              className="btn"
              aria-pressed={chosen === label}
              onClick={() => setCategory(label)}
            >
              {labels.of(of.playbook, 'categories', label)}
            </button>
          ))}
        </div>
      )}
      <Choice label={t('guess.nature')} list={book?.natures} value={nature} onValue={setNature} />
      <Choice label={t('guess.severity')} list={book?.severities} value={severity} onValue={setSeverity} />
      {lowered && (
        <div className="f">
          <label className="lab" htmlFor="guess-because">
            {t('guess.why')}
          </label>
          <input
            id="guess-because"
            className="in"
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </div>
      )}
      {problem && (
        <p className="notice late" role="alert">
          {labels.problem(problem.code)} <span className="quiet">{problem.message}</span>
        </p>
      )}
      <button
        type="button"
        className={`btn block ${why ? '' : 'primary'}`}
        aria-disabled={why ? true : undefined}
        aria-describedby={why && 'guess-why'}
        aria-keyshortcuts="c"
        onClick={() => void confirm()}
      >
        {t('guess.confirm')}
        <Key>C</Key>
      </button>
      {why && (
        <p className="k" id="guess-why">
          {why}
        </p>
      )}
    </div>
  );
}

function rank(list: Named[] | undefined, id: string): number {
  return list?.findIndex((one) => one.id === id) ?? 0;
}

interface ChoiceProps {
  label: string;
  list?: Named[];
  value: string;
  onValue: (value: string) => void;
}

function Choice({ label, list, value, onValue }: ChoiceProps) {
  const { language } = useLabels();
  if (!list || list.length < 2) return null;
  return (
    <div className="pick">
      <span className="k">{label}</span>
      <div className="seg" role="group" aria-label={label}>
        {list.map((one) => (
          <button key={one.id} type="button" aria-pressed={one.id === value} onClick={() => onValue(one.id)}>
            {one.label[language]}
          </button>
        ))}
      </div>
    </div>
  );
}
