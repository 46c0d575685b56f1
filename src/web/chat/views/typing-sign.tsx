import { useEffect, useState } from 'preact/hooks';
import { useTalk } from '../context.js';
import { Face } from './top.js';

/** A person writes: seen as long as it is so, at the end of the conversation. */
export function TypingSign() {
  const { state, words } = useTalk();
  if (!state.typing) return null;
  return (
    <li class="msg writes" aria-hidden="true">
      <Face name={state.typing} />
      <span class="by">
        <span class="typing">
          <i />
          <i />
          <i />
        </span>
        {words.typing(state.typing)}
      </span>
    </li>
  );
}

/** The same in words for those who do not see it: once before each message, however often the person pauses. */
export function TypingSaid() {
  const { state, words } = useTalk();
  const { typing, messages } = state;
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(''), [messages.findLast(({ from }) => from !== 'customer')?.id]);
  useEffect(() => {
    if (typing) setSaid(words.typing(typing));
  }, [typing, words]);
  return (
    <p class="vh" role="status">
      {said}
    </p>
  );
}
