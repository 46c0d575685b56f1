import { useState } from 'preact/hooks';
import { momentOrTime } from '../../shared/dates.js';
import { check, Icon } from '../../shared/icon.js';
import { langOfText } from '../../shared/language.js';
import { now } from '../../shared/now.js';
import { openQuestion } from '../client/transcript.js';
import { useTalk } from '../context.js';
import type { Row } from '../read-back.js';
import { chevronDown, circleDot, listCheck, pencil } from '../icons.js';

/** Beside the talk: what happens next, then what is noted, then what was filed. */
export function Sheet({ facts }: { facts: Row[] }) {
  const { state, words } = useTalk();
  const last = state.messages.findLast(({ from }) => from === 'bot');
  const readingBack = last?.choices?.some(({ id }) => id === 'submit');
  const receipt = state.messages.findLast((message) => message.receipt)?.receipt;
  if (readingBack) return <Steps title={words.afterSubmit} from={2} />;
  if (facts.length === 0 && !receipt) return <Steps title={words.steps.title} from={0} />;
  const filed = receipt && !openQuestion(state.messages, state.outgoing);
  return (
    <aside class="sheet" aria-label={words.noted.title}>
      <h2>{filed ? words.yourCase : words.noted.title}</h2>
      {filed ? <FiledUnder number={receipt.number} link={receipt.link} /> : <KeptUnder />}
      <Facts facts={facts} />
    </aside>
  );
}

/** The same on a phone: a strip above the talk that opens. */
export function Strip({ facts }: { facts: Row[] }) {
  const { words } = useTalk();
  const [open, setOpen] = useState(false);
  return (
    <div class="strip-frame">
      <button type="button" class="strip" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={listCheck} />
        {words.noted.count(facts.length)}
        <span class={open ? 'end turned' : 'end'}>
          <Icon of={chevronDown} />
        </span>
      </button>
      {open && (
        <div class="strip-facts">
          <Facts facts={facts} onChange={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
}

function FiledUnder({ number, link }: { number: string; link: string }) {
  const { words } = useTalk();
  return (
    <p class="under">
      <span class="num">{number}</span> ·{' '}
      <a href={link} target="_blank" rel="noopener">
        {words.receipt.progress}
      </a>
    </p>
  );
}

function KeptUnder() {
  const { state, words, language } = useTalk();
  const last = state.messages.findLast(({ from }) => from === 'customer');
  if (!last) return null;
  return <p class="under">{words.noted.kept(momentOrTime(new Date(last.at), language, new Date(now())))}</p>;
}

function Facts({ facts, onChange }: { facts: Row[]; onChange?: () => void }) {
  const { state, words, language, begin } = useTalk();
  const asking = openQuestion(state.messages, state.outgoing);
  const change = (label: string) => {
    begin(words.changeTo(label));
    onChange?.();
  };
  return (
    <dl>
      {facts.map(({ label, value }) => (
        <div key={label} class="fact done">
          <dt>
            <Icon of={check} />
            {label}
          </dt>
          <dd lang={langOfText(value, language)}>
            {value}
            <button type="button" class="edit" aria-label={words.changeLabel(label)} onClick={() => change(label)}>
              <Icon of={pencil} size="m" />
            </button>
          </dd>
        </div>
      ))}
      {asking && (
        <div class="fact asked">
          <dt>
            <Icon of={circleDot} />
            <span class="st now">{words.noted.asking}</span>
          </dt>
          <dd>{questionIn(asking.text)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The first sentence that asks, else the last line. */
function questionIn(text: string): string {
  const sentences = text.split(/(?<=[。？?！])|(?<=\.)\s|\n/).map((sentence) => sentence.trim());
  return sentences.find((sentence) => /[？?]$/.test(sentence)) ?? sentences.filter(Boolean).at(-1) ?? '';
}

function Steps({ title, from }: { title: string; from: number }) {
  const { words } = useTalk();
  return (
    <aside class="sheet" aria-label={title}>
      <h2>{title}</h2>
      <p class="under">{words.steps.under}</p>
      <ol>
        {words.steps.list.slice(from).map(([what, more], at) => (
          <li key={what} class="step">
            <span class="n" aria-hidden="true">
              {from + at + 1}
            </span>
            <b>{what}</b>
            <p>{more}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
