import { useRef, useState } from 'preact/hooks';
import type { DeskApi, Person, Problem } from './api.js';
import { ProblemNotice } from './problem-notice.js';
import type { DeskWords } from './words/words.js';

interface Props {
  api: DeskApi;
  words: DeskWords;
  /** The session ended by itself. */
  ended: boolean;
  onSignedIn: (person: Person) => void;
}

export function SignIn({ api, words, ended, onSignedIn }: Props) {
  const [problem, setProblem] = useState<Problem>();
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const result = await api.signIn(name.current?.value.trim() ?? '', password.current?.value ?? '');
    if (result.ok) return onSignedIn(result.value);
    setProblem(result.problem);
    password.current?.focus();
  };
  return (
    <form class="panel narrow" onSubmit={(event) => void submit(event)}>
      <h1>{words.signIn}</h1>
      {ended && <p class="second">{words.sessionEnded}</p>}
      <div>
        <label class="lab" for="name">
          {words.name}
        </label>
        <input ref={name} id="name" class="in" autoComplete="username" required />
      </div>
      <div>
        <label class="lab" for="password">
          {words.password}
        </label>
        <input ref={password} id="password" class="in" type="password" autoComplete="current-password" required />
      </div>
      {problem && <ProblemNotice problem={problem} words={words} />}
      <button type="submit" class="btn primary">
        {words.signIn}
      </button>
    </form>
  );
}
