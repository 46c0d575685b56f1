import { useRef, useState } from 'preact/hooks';
import type { DeskApi, Problem } from './api.js';
import { ProblemNotice } from './problem-notice.js';
import type { DeskWords } from './words/words.js';

interface Props {
  api: DeskApi;
  /** The last part of the invitation's link. */
  token: string;
  words: DeskWords;
  onAccepted: () => void;
}

/** Somebody invited chooses a password, then signs in. */
export function Invitation({ api, token, words, onAccepted }: Props) {
  const [problem, setProblem] = useState<Problem>();
  const password = useRef<HTMLInputElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    const result = await api.accept(token, password.current?.value ?? '');
    if (!result.ok) return setProblem(result.problem);
    history.replaceState(null, '', '/desk');
    onAccepted();
  };
  return (
    <form class="panel narrow" onSubmit={(event) => void submit(event)}>
      <h1>{words.invited}</h1>
      <div>
        <label class="lab" for="password">
          {words.newPassword}
        </label>
        <input ref={password} id="password" class="in" type="password" autoComplete="new-password" required />
      </div>
      {problem && <ProblemNotice problem={problem} words={words} />}
      <button type="submit" class="btn primary">
        {words.accept}
      </button>
    </form>
  );
}
