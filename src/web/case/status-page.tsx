import { useCallback, useEffect, useState } from 'preact/hooks';
import { Mark } from '../shared/icon.js';
import { firstLanguage, langOfText, rememberLanguage, type Language } from '../shared/language.js';
import { PageSettings } from '../shared/page-settings.js';
import { AddMore } from './add-more.js';
import { AskedCard } from './asked-card.js';
import { NextWord } from './next-word.js';
import { Promises } from './promises.js';
import { StagePath } from './stage-path.js';
import { load, type CaseStatus, type Loaded } from './status.js';
import { WORDS, type StatusWords } from './words/words.js';

const REFRESH_MS = 60_000;

/** Everything the customer may know of the case, and their answer when it is their turn. */
export function StatusPage({ first }: { first: Language }) {
  const [language, setLanguage] = useState(first);
  const [loaded, setLoaded] = useState<Loaded>();
  const [given, setGiven] = useState(false);
  const words = WORDS[language];

  const refresh = useCallback(async () => {
    const next = await load(language);
    // What was read before stays on the page while the desk cannot be reached.
    setLoaded((now) => (next.kind === 'unreachable' && now?.kind === 'ok' ? now : next));
    if (next.kind === 'ok') setLanguage(firstLanguage(next.status.language));
  }, [language]);

  useEffect(() => {
    void refresh();
    const look = () => {
      if (!document.hidden) void refresh();
    };
    const timer = setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);

  const status = loaded?.kind === 'ok' ? loaded.status : undefined;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = status ? words.title(status.number) : words.brand;
  }, [language, status, words]);

  const choose = (next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  };
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <Mark size={30} />
        <div class="who">
          <b>{words.brand}</b>
        </div>
        <PageSettings language={language} onLanguage={choose} />
      </header>
      <main id="main" tabIndex={-1}>
        {status ? (
          <Case
            status={status}
            language={language}
            words={words}
            given={given}
            onAdded={(next) => setLoaded({ kind: 'ok', status: next })}
            onGiven={(next) => {
              setLoaded({ kind: 'ok', status: next });
              setGiven(true);
            }}
          />
        ) : (
          <Instead loaded={loaded} words={words} onAgain={() => void refresh()} />
        )}
      </main>
    </>
  );
}

interface CaseProps {
  status: CaseStatus;
  language: Language;
  words: StatusWords;
  given: boolean;
  onGiven: (status: CaseStatus) => void;
  onAdded: (status: CaseStatus) => void;
}

function Case({ status, language, words, given, onGiven, onAdded }: CaseProps) {
  const { number, headline, asks, nextWordBy, said, done } = status;
  return (
    <>
      <div>
        <p class="no">
          {words.number} <span class="num">{number}</span>
        </p>
        <h1>{headline}</h1>
        <p role="status" class={given ? 'given' : 'vh'}>
          {given && words.given}
        </p>
        {asks && (
          <AskedCard key={asks.kind + asks.text} asks={asks} language={language} words={words} onGiven={onGiven} />
        )}
        {!asks && nextWordBy && <NextWord by={new Date(nextWordBy)} language={language} words={words} />}
        <StagePath status={status} language={language} words={words} />
      </div>
      <aside>
        <Promises status={status} language={language} words={words} />
        {done.length > 0 && (
          <section aria-labelledby="done">
            <h2 id="done">{words.done}</h2>
            <ul class="plain">
              {done.map(({ at, text }) => (
                <li key={at + text}>{text}</li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="said">
          <h2 id="said">{words.said.title}</h2>
          <p class="second said" lang={langOfText(said.content, language)}>
            {said.content}
          </p>
          {said.outcome && (
            <p class="second said">
              {words.said.outcome}
              <span lang={langOfText(said.outcome, language)}>{said.outcome}</span>
            </p>
          )}
        </section>
        <section aria-labelledby="more">
          <h2 id="more">{words.more.title}</h2>
          {asks?.kind !== 'question' && <AddMore language={language} words={words} onAdded={onAdded} />}
          <p class="second said">{words.more.text}</p>
          <p class="said">
            <a href="/">{words.more.link}</a>
          </p>
        </section>
      </aside>
    </>
  );
}

/** While the case is not here: opening, a link that opens nothing, or no connection. */
function Instead({ loaded, words, onAgain }: { loaded: Loaded | undefined; words: StatusWords; onAgain: () => void }) {
  if (!loaded) return <p class="no">{words.loading}…</p>;
  if (loaded.kind === 'closed-link') {
    return (
      <div>
        <h1>{words.closedLink.title}</h1>
        <p class="lead">{words.closedLink.text}</p>
        <p class="lead">
          <a href="/">{words.more.link}</a>
        </p>
      </div>
    );
  }
  return (
    <div role="alert">
      <h1>{words.unreachable.title}</h1>
      <p class="lead">{words.unreachable.text}</p>
      <p class="lead">
        <button type="button" class="btn" onClick={onAgain}>
          {words.unreachable.again}
        </button>
      </p>
    </div>
  );
}
