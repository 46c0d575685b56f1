import { useEffect, useRef, useState } from 'preact/hooks';
import { alert, check, Icon } from '../shared/icon.js';
import type { Language } from '../shared/language.js';
import { give, type Asked, type CaseStatus } from './status.js';
import { useDelivery } from './use-delivery.js';
import type { StatusWords } from './words/words.js';

interface Props {
  asks: Asked;
  language: Language;
  words: StatusWords;
  onGiven: (status: CaseStatus) => void;
}

/** The customer's turn: an outcome to accept or refuse, a survey, a question. Nothing is recorded but by its buttons. */
export function AskedCard({ asks, language, words, onGiven }: Props) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<string>();
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const delivery = useDelivery();
  const scored = asks.choices.some(({ id }) => isScore(id));
  const needsReason = asks.kind === 'acceptance' && picked !== undefined;
  const inWords = asks.kind !== 'acceptance' || needsReason;

  useEffect(() => {
    if (needsReason) box.current?.focus(); // the button that was pressed is gone
  }, [needsReason]);

  const send = async (choice: string | undefined) => {
    if (sending) return;
    setSending(true);
    setProblem('');
    const result = await give(delivery({ choice, text: text.trim() || undefined }), language);
    setSending(false);
    if (result.kind === 'ok') onGiven(result.status);
    else setProblem(words.notGiven);
  };

  const submit = () => {
    if (scored && picked === undefined) return setProblem(words.asks.needChoice);
    if (!scored && text.trim() === '') return setProblem(words.asks.needWords);
    void send(picked);
  };
  const press = (choice: string) => {
    setProblem('');
    if (isScore(choice) || (asks.kind === 'acceptance' && choice !== 'accept')) setPicked(choice);
    else void send(choice);
  };

  return (
    <section class="outcome" aria-labelledby="asks">
      <div>
        <h2 id="asks" class="small">
          {words.asks.title}
        </h2>
        <p class="told" id="asks-text">
          {asks.text}
        </p>
      </div>
      <footer>
        {!needsReason && asks.choices.length > 0 && (
          <div class="row" role="group" aria-labelledby="asks-text">
            {asks.choices.map((choice) => (
              <button
                key={choice.id}
                type="button"
                class={choice.id === 'accept' ? 'btn primary' : 'btn'}
                aria-pressed={isScore(choice.id) ? picked === choice.id : undefined}
                aria-disabled={sending}
                onClick={() => press(choice.id)}
              >
                {choice.id === 'accept' && <Icon of={check} />}
                {choice.label}
              </button>
            ))}
          </div>
        )}
        {inWords && (
          <div class="words">
            <label class="lab" for="answer">
              {needsReason ? words.asks.why : words.asks.words}
            </label>
            <textarea
              id="answer"
              class="in big"
              ref={box}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <div class="row">
              <button type="button" class="btn primary" aria-disabled={sending} onClick={submit}>
                {words.asks.send}
              </button>
              {needsReason && (
                <button type="button" class="btn plain" onClick={() => setPicked(undefined)}>
                  {words.asks.back}
                </button>
              )}
            </div>
          </div>
        )}
        {problem && (
          <p class="problem" role="alert">
            <Icon of={alert} size="m" /> {problem}
          </p>
        )}
        <p>{words.asks.later}</p>
      </footer>
    </section>
  );
}

/** A score is looked at before it is sent; anything else that is pressed is the answer. */
function isScore(choice: string): boolean {
  return /^\d+$/.test(choice);
}
