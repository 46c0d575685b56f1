import { useTranslation } from 'react-i18next';
import type { FullCase } from '../api/case-shapes.js';
import { useLabels } from '../words/labels.js';

interface Props {
  of: FullCase;
  /** Operations that the next-step card shows already. */
  elsewhere: string[];
  operate: (verb: string) => void;
}

/** Every operation of the registry, in place; those not allowed say why. */
export function Operations({ of, elsewhere, operate }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const refused = of.allowed.filter(({ verb, allowed }) => !allowed && !elsewhere.includes(verb));
  const reasons = [...new Set(refused.map(({ because }) => because ?? ''))];
  return (
    <section className="panel no-print" aria-labelledby="operations">
      <header>
        <h3 id="operations">{t('case.operations')}</h3>
      </header>
      <div className="in-p stack">
        <div className="inline">
          {of.allowed
            .filter(({ verb, allowed }) => allowed && !elsewhere.includes(verb))
            .map(({ verb }) => (
              <button key={verb} type="button" className="btn" data-verb={verb} onClick={() => operate(verb)}>
                {labels.verb(verb)}…
              </button>
            ))}
        </div>
        {reasons.map((because) => (
          <div key={because} className="inline not-now">
            <span className="k" id={`why-${because}`}>
              {labels.problem(because)}
            </span>
            {refused
              .filter((one) => (one.because ?? '') === because)
              .map(({ verb }) => (
                <button
                  key={verb}
                  type="button"
                  className="btn"
                  data-verb={verb}
                  aria-disabled="true"
                  aria-describedby={`why-${because}`}
                >
                  {labels.verb(verb)}
                </button>
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}
