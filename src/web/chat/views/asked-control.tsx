import { useState } from 'preact/hooks';
import { Icon } from '../../shared/icon.js';
import type { ChatMessage } from '../client/contract.js';
import { useTalk } from '../context.js';
import { calendar, photoPlus } from '../icons.js';

interface Props {
  question: ChatMessage;
  onPickFile: () => void;
}

/** The control that fits what is asked, beside typing, which always does as well. */
export function AskedControl({ question, onPickFile }: Props) {
  const { words } = useTalk();
  if (question.asks?.type === 'file') {
    return (
      <div class="asks">
        <button type="button" class="pick" onClick={onPickFile}>
          <Icon of={photoPlus} /> {words.pickFile}
        </button>
      </div>
    );
  }
  return question.asks?.type === 'datetime' ? <WhenControl /> : null;
}

function WhenControl() {
  const { chat, words, begin, focusComposer } = useTalk();
  const [picking, setPicking] = useState(false);
  const [when, setWhen] = useState('');
  const use = () => {
    if (!when) return;
    chat.say(when.replace('T', ' '));
    focusComposer();
  };
  return (
    <div class="asks">
      <Icon of={calendar} />
      {picking ? (
        <>
          <input
            type="datetime-local"
            class="in"
            aria-label={words.when.label}
            value={when}
            onInput={(event) => setWhen(event.currentTarget.value)}
          />
          <button type="button" class="pick" aria-disabled={!when} onClick={use}>
            {words.when.use}
          </button>
        </>
      ) : (
        <>
          {[words.when.today, words.when.yesterday].map((word) => (
            <button key={word} type="button" class="pick" onClick={() => begin(word)}>
              {word}
            </button>
          ))}
          <button type="button" class="pick other" onClick={() => setPicking(true)}>
            {words.when.pick}
          </button>
        </>
      )}
    </div>
  );
}
