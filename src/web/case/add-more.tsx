import { useState } from 'preact/hooks';
import type { Language } from '../shared/language.js';
import { give, type CaseStatus } from './status.js';
import { useDelivery } from './use-delivery.js';
import type { StatusWords } from './words/words.js';

interface Props {
  language: Language;
  words: StatusWords;
  onAdded: (status: CaseStatus) => void;
}

/** Anything the customer remembers later; added to the case as it is written. */
export function AddMore({ language, words, onAdded }: Props) {
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<'added' | 'failed'>();
  const delivery = useDelivery();
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const result = await give(delivery({ text: text.trim() }), language);
    setOutcome(result.kind === 'ok' ? 'added' : 'failed');
    if (result.kind !== 'ok') return;
    setText('');
    onAdded(result.status);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <label class="vh" for="more-text">
        {words.more.title}
      </label>
      <textarea
        id="more-text"
        class="in big"
        placeholder={words.more.placeholder}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOutcome(undefined);
        }}
      />
      <div class="row">
        <span role="status" class="said">
          {outcome === 'added' && words.more.added}
          {outcome === 'failed' && words.notGiven}
        </span>
        <button type="submit" class="btn end" aria-disabled={text.trim() === ''}>
          {words.asks.send}
        </button>
      </div>
    </form>
  );
}
