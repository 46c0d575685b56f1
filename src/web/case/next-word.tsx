import { moment } from '../shared/dates.js';
import type { Language } from '../shared/language.js';
import { now } from '../shared/now.js';
import { span } from './span.js';
import type { StatusWords } from './words/words.js';

/** When the customer hears from us next, at the latest; said plainly when that has passed. */
export function NextWord({ by, language, words }: { by: Date; language: Language; words: StatusWords }) {
  const left = by.getTime() - now();
  const late = left < 0;
  return (
    <section class={late ? 'next late' : 'next'} aria-label={words.next.label}>
      <span class="k">{words.next.latest}</span>
      <time class="v" dateTime={by.toISOString()}>
        {moment(by, language, new Date(now()))}
      </time>
      <span class="left">{late ? words.next.late(span(left, language)) : words.next.left(span(left, language))}</span>
    </section>
  );
}
