import { faceGround } from '../../shared/face-ground.js';
import { Icon, Mark } from '../../shared/icon.js';
import type { Language } from '../../shared/language.js';
import { PageSettings } from '../../shared/page-settings.js';
import { useTalk } from '../context.js';
import { cross } from '../icons.js';
import { tellHost } from '../unread.js';

interface Props {
  person: string | undefined;
  embedded: boolean;
  onLanguage: (language: Language) => void;
}

export function Top({ person, embedded, onLanguage }: Props) {
  const { words, state, language } = useTalk();
  const under = person ? words.withPerson(person) : words.subtitle;
  return (
    <header class="top">
      {person ? <Face name={person} large /> : <Mark size={30} />}
      <div class="who">
        <h1>{words.title}</h1>
        <span>{state.connection === 'down' ? words.offline.head : under}</span>
      </div>
      <PageSettings language={language} onLanguage={onLanguage} />
      {embedded && (
        <button
          type="button"
          class="btn plain icon"
          aria-label={words.close}
          onClick={() => tellHost({ redress: 'close' })}
        >
          <Icon of={cross} />
        </button>
      )}
    </header>
  );
}

/** A person is round: the first character of the name. */
export function Face({ name, large }: { name: string; large?: boolean }) {
  return (
    <span class={`av ${faceGround(name)} ${large ? 'l' : ''}`} aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
