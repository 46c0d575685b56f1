import { moment } from '../shared/dates.js';
import { langOfText } from '../shared/language.js';
import { now } from '../shared/now.js';
import { useDesk } from './context.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Plain data as a person reads it: labels and values, lists, dates in words; what is empty is left out. */
export function Readable({ value }: { value: unknown }) {
  const { words, language } = useDesk();
  if (Array.isArray(value)) {
    return (
      <ul class="values">
        {value.map((item, at) => (
          <li key={at}>
            <Readable value={item} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === 'object' && value !== null) {
    return (
      <dl class="values">
        {Object.entries(value)
          .filter(([, part]) => !isEmpty(part))
          .map(([name, part]) => (
            <div key={name}>
              <dt>{words.argument(name)}</dt>
              <dd>
                <Readable value={part} />
              </dd>
            </div>
          ))}
      </dl>
    );
  }
  const text = String(value);
  if (INSTANT.test(text)) {
    return <time dateTime={text}>{moment(new Date(text), language, new Date(now()))}</time>;
  }
  return <span lang={langOfText(text, language)}>{words.value(text)}</span>;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
