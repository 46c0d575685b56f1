import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { keep } from '../shared/browser-keep.js';
import { rememberLanguage, type Language } from '../shared/language.js';
import type { Chat } from './client/chat.js';
import { personSpeaking } from './client/transcript.js';
import { TalkContext, useChatState } from './context.js';
import { factsOf } from './noted.js';
import { useSpokenLanguage } from './spoken-language.js';
import { useUnread } from './unread.js';
import { Composer } from './views/composer.js';
import { Sheet, Strip } from './views/sheet.js';
import { TalkView } from './views/talk-view.js';
import { Top } from './views/top.js';
import { loadWords, type Words } from './words/words.js';

interface Props {
  chat: Chat;
  first: { language: Language; words: Words };
  embedded: boolean;
  draftKey: string;
}

const TOUCH = matchMedia('(pointer: coarse)');

export function App({ chat, first, embedded, draftKey }: Props) {
  const state = useChatState(chat);
  const [{ language, words }, setSpoken] = useState(first);
  const [draft, setDraft] = useState(keep.get(draftKey) ?? '');
  const composer = useRef<HTMLTextAreaElement>(null);
  const [dropping, setDropping] = useState(false);

  const write = (text: string) => {
    setDraft(text);
    keep.set(draftKey, text);
  };
  const focusComposer = useCallback(() => {
    if (!TOUCH.matches) composer.current?.focus();
  }, []);
  const begin = (text: string) => {
    write(text);
    composer.current?.focus();
  };
  const show = async (next: Language): Promise<Words | undefined> => {
    // Offline the words may not come; then the language stays as it is.
    const loaded = await loadWords(next).catch(() => undefined);
    if (!loaded) return undefined;
    rememberLanguage(next);
    setSpoken({ language: next, words: loaded });
    document.documentElement.lang = next;
    return loaded;
  };
  const switchTo = async (next: Language) => {
    const loaded = await show(next);
    // The assistant changes its language when told so in that language's own word.
    if (loaded && chat.begun) chat.say(loaded.switchTo);
  };

  const [opening] = useState(chat.begun ? undefined : first.language);
  useSpokenLanguage(state.messages, opening, (next) => void (next !== language && show(next)));
  useUnread(state.messages, words.title);
  useEffect(() => {
    document.body.classList.toggle('embedded', embedded);
  }, [embedded]);

  const facts = useMemo(() => factsOf(state.messages), [state.messages]);
  const talk = { chat, state, language, words, begin, focusComposer };
  const person = personSpeaking(state.messages);
  const files = (list: FileList | undefined) => void chat.sendFiles([...(list ?? [])]);

  return (
    <TalkContext.Provider value={talk}>
      <a class="skip" href="#talk">
        {words.skip}
      </a>
      <Top person={person} embedded={embedded} onLanguage={(next) => void switchTo(next)} />
      <main class="pane">
        <section
          class={`talk ${facts.length > 0 && !embedded ? 'has-strip' : ''} ${dropping ? 'dropping' : ''}`}
          id="talk"
          aria-label={words.conversation}
          onDragOver={(event) => {
            event.preventDefault();
            setDropping(true);
          }}
          onDragLeave={() => setDropping(false)}
          onDrop={(event) => {
            event.preventDefault();
            setDropping(false);
            files(event.dataTransfer?.files);
          }}
        >
          {facts.length > 0 && !embedded && <Strip facts={facts} />}
          <TalkView />
          <Composer draft={draft} onDraft={write} field={composer} onFiles={files} />
          {dropping && <div class="drop-hint">{words.drop}</div>}
        </section>
        {!embedded && <Sheet facts={facts} />}
      </main>
    </TalkContext.Provider>
  );
}
