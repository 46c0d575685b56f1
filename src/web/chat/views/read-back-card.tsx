import { check, Icon } from '../../shared/icon.js';
import { langOfText } from '../../shared/language.js';
import type { Choice } from '../client/contract.js';
import { useTalk } from '../context.js';
import type { ReadBack } from '../read-back.js';
import { Choices, onArrows } from './choices.js';

interface Props {
  id: string;
  readBack: ReadBack;
  choices: Choice[];
  open: boolean;
  chosen: Choice | undefined;
}

const STYLE: Record<string, string> = { submit: 'primary', cancel: 'plain' };

/** What would be filed, a fact a row, each with its way to change it. */
export function ReadBackCard({ id, readBack, choices, open, chosen }: Props) {
  const { chat, words, begin, language, focusComposer } = useTalk();
  const title = `${id}-title`;
  const choose = (choice: Choice) => {
    chat.choose(choice);
    focusComposer();
  };
  return (
    <section class="card" aria-labelledby={title}>
      <header>
        <h2 id={title}>{readBack.title}</h2>
      </header>
      <dl class="rows">
        {readBack.rows.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={langOfText(value, language)}>{value}</dd>
            {open && (
              <dd>
                <button
                  type="button"
                  class="btn link"
                  aria-label={words.changeLabel(label)}
                  onClick={() => begin(words.changeTo(label))}
                >
                  {words.noted.change}
                </button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <footer>
        {readBack.after && <p>{readBack.after}</p>}
        {open ? (
          <div class="row" role="group" aria-labelledby={title} onKeyDown={onArrows}>
            {choices.map((choice) => (
              <button
                key={choice.id}
                type="button"
                class={`btn ${STYLE[choice.id] ?? ''}`}
                onClick={() => choose(choice)}
              >
                {choice.id === 'submit' && <Icon of={check} />}
                {choice.label}
              </button>
            ))}
          </div>
        ) : (
          <Choices choices={choices} open={false} chosen={chosen} askedBy={title} />
        )}
      </footer>
    </section>
  );
}
