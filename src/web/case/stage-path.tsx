import { moment } from '../shared/dates.js';
import { check, Icon } from '../shared/icon.js';
import type { Language } from '../shared/language.js';
import { now } from '../shared/now.js';
import type { CaseStatus } from './status.js';
import type { StatusWords } from './words/words.js';

/** The stages gone, the one that stands, those to come. */
export function StagePath({ status, language, words }: { status: CaseStatus; language: Language; words: StatusWords }) {
  const today = new Date(now());
  return (
    <section aria-labelledby="path">
      <h2 id="path">{words.path.title}</h2>
      <ol class="path">
        {status.path.map(({ id, label, state, at, late }, n) => (
          <li key={`${n} ${id}`} class={state} aria-current={state === 'here' ? 'step' : undefined}>
            <span class="node" aria-hidden="true">
              {state === 'done' && <Icon of={check} size="s" />}
            </span>
            <span class="what">
              {label}
              {state === 'done' && <span class="vh">{words.path.done}</span>}
            </span>
            {at && (
              <time class="when" dateTime={at}>
                {moment(new Date(at), language, today)}
              </time>
            )}
            {late ? (
              <span class="more late">{words.path.late}</span>
            ) : (
              state === 'here' && <span class="more">{words.path.here}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
