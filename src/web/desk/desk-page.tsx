import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../shared/icon.js';
import { rememberLanguage, type Language } from '../shared/language.js';
import { PageSettings } from '../shared/page-settings.js';
import type { DeskApi, Person } from './api.js';
import { CaseList } from './case-list.js';
import { CasePage } from './case-page.js';
import { ConversationList } from './conversation-list.js';
import { ConversationPage } from './conversation-page.js';
import { DeskContext } from './context.js';
import { Invitation } from './invitation.js';
import { OpenCase } from './open-case.js';
import type { Operation } from './shapes.js';
import { SignIn } from './sign-in.js';
import { WORDS, type DeskWords } from './words/words.js';

/** The address after #: a list, or one of it. */
function route(): string[] {
  return location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

export function DeskPage({
  api,
  first,
  invitation,
}: {
  api: DeskApi;
  first: Language;
  invitation: string | undefined;
}) {
  const [language, setLanguage] = useState(first);
  const [person, setPerson] = useState<Person>();
  const [ended, setEnded] = useState(false);
  const [operations, setOperations] = useState<Operation[]>([]);
  const [[section = 'conversations', id], setRoute] = useState(route);
  const [invited, setInvited] = useState(invitation);
  const words = WORDS[language];

  useEffect(() => {
    const onHash = () => setRoute(route());
    addEventListener('hashchange', onHash);
    api.onSignedOut = () => {
      setPerson(undefined);
      setEnded(true);
    };
    return () => removeEventListener('hashchange', onHash);
  }, [api]);
  useEffect(() => {
    if (!invitation) void api.resume().then(setPerson);
  }, [api, invitation]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Redress · ${words.sections[section as 'cases'] ?? words.desk}`;
  }, [language, section, words]);
  useEffect(() => {
    if (!person) return;
    void api.get<{ operations: Operation[] }>('/operations').then((result) => {
      if (result.ok) setOperations(result.value.operations);
    });
  }, [api, person]);

  const choose = (next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  };
  const main = () => {
    if (invited) return <Invitation api={api} token={invited} words={words} onAccepted={() => setInvited(undefined)} />;
    if (!person) return <SignIn api={api} words={words} ended={ended} onSignedIn={setPerson} />;
    return (
      <DeskContext.Provider value={{ api, person, operations, language, words }}>
        {section === 'cases' && (id ? <CasePage key={id} number={id} /> : <CaseList />)}
        {section === 'open' && <OpenCase />}
        {section === 'conversations' && (
          <div class={id ? 'columns one' : 'columns'}>
            <ConversationList chosen={id} />
            {id ? <ConversationPage key={id} id={id} /> : <p class="empty">{words.pickConversation}</p>}
          </div>
        )}
      </DeskContext.Provider>
    );
  };
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => skipTo(event, 'main')}>
        {words.skip}
      </a>
      <header class="top">
        <Mark size={28} />
        <div class="who">
          <b>Redress</b>
        </div>
        {person && !invited && <Sections words={words} section={section} />}
        <PageSettings language={language} onLanguage={choose} />
        {person && (
          <div class="me">
            <span>{person.displayName ?? person.name}</span>
            <button type="button" class="btn plain" onClick={() => void api.signOut().then(() => setEnded(false))}>
              {words.signOut}
            </button>
          </div>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {main()}
      </main>
    </>
  );
}

/** The hash is the page's address, so a link to a part of it must not change it. */
function skipTo(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

function Sections({ words, section }: { words: DeskWords; section: string }) {
  return (
    <nav class="sections" aria-label={words.desk}>
      {(['conversations', 'cases', 'open'] as const).map((name) => (
        <a key={name} href={`#/${name}`} aria-current={section === name ? 'page' : undefined}>
          {words.sections[name]}
        </a>
      ))}
    </nav>
  );
}
