import { moment } from '../shared/dates.js';
import { alert, circleCheck, clock, Icon } from '../shared/icon.js';
import type { Language } from '../shared/language.js';
import { now } from '../shared/now.js';
import { span } from './span.js';
import type { CaseStatus } from './status.js';
import type { StatusWords } from './words/words.js';

const ICONS = { kept: circleCheck, late: alert, owed: clock };

/** What was promised, by when, and how it went; late is said plainly. */
export function Promises({ status, language, words }: { status: CaseStatus; language: Language; words: StatusWords }) {
  if (status.promises.length === 0) return null;
  const today = new Date(now());
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{words.promises.title}</h2>
      <ul>
        {status.promises.map((promise) => {
          const how = howItWent(promise, language, words);
          return (
            <li key={promise.what + promise.by} class="promise">
              <Icon of={ICONS[promise.state]} tone={promise.state} />
              <span>{promise.what}</span>
              <time class="when" dateTime={promise.by}>
                {words.promises.by(moment(new Date(promise.by), language, today))}
              </time>
              {how && <span class={`how ${promise.state}`}>{how}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function howItWent(
  { state, by, keptAt }: CaseStatus['promises'][number],
  language: Language,
  words: StatusWords,
): string {
  if (state === 'owed') return '';
  if (state === 'kept') return words.promises.kept;
  const due = Date.parse(by);
  return keptAt
    ? words.promises.keptLate(span(Date.parse(keptAt) - due, language))
    : words.promises.late(span(now() - due, language));
}
