import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { timeOfDay } from '../../shared/dates.js';
import { Icon } from '../../shared/icon.js';
import type { ChatMessage } from '../client/contract.js';
import { linesOf, untold } from '../client/transcript.js';
import { useTalk } from '../context.js';
import { arrowDown } from '../icons.js';
import { DeskMessage } from './desk-message.js';
import { Hello } from './hello.js';
import { TypingSaid, TypingSign } from './typing-sign.js';
import { OutgoingMessage, StoredMessage } from './own-message.js';

const NEAR_END_PX = 80;
const ONE_BREATH_MS = 2 * 60_000;

/** The conversation, kept at its end unless the reader has scrolled up. */
export function TalkView() {
  const { state, words } = useTalk();
  const { messages } = state;
  const mine = untold(messages, state.outgoing);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [unseen, setUnseen] = useState(false);
  const count = messages.length + mine.length;

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setUnseen(false);
  };
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setUnseen(true);
  }, [messages.length, state.connection]);
  useLayoutEffect(toEnd, [state.outgoing.length]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
  }, [state.typing]);
  useEffect(() => {
    // The keyboard of a phone or a growing composer makes the box smaller.
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = box.current ?? {};
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (atEnd.current) setUnseen(false);
  };

  const waiting = mine.filter(({ state }) => state === 'waiting' || state === 'sending');
  return (
    <div class="msgs-frame">
      <div class="msgs" ref={box} onScroll={onScroll} role="log" tabIndex={0} aria-label={words.messages}>
        {count === 0 && !state.renewed ? (
          <div class="flow">
            <Hello />
          </div>
        ) : (
          <ol class="flow">
            {state.renewed && <li class="rule">{words.renewed}</li>}
            {linesOf(messages, mine).map((line, at) =>
              line.message.from === 'customer' ? (
                <StoredMessage key={line.message.id} message={line.message} before={messages.slice(0, at)} />
              ) : (
                <DeskMessage key={line.message.id} line={line} goesOn={goesOn(messages[at - 1], line.message)} />
              ),
            )}
            {state.connection === 'down' && state.downSince && (
              <li class="rule">
                {timeOfDay(new Date(state.downSince))} {words.offline.lost}
              </li>
            )}
            {mine.map((one) => (
              <OutgoingMessage key={one.id} mine={one} place={waiting.indexOf(one) + 1} />
            ))}
            <TypingSign />
          </ol>
        )}
      </div>
      <TypingSaid />
      {unseen && (
        <button type="button" class="btn more" onClick={toEnd}>
          <Icon of={arrowDown} size="m" />
          {words.newMessages}
        </button>
      )}
    </div>
  );
}

function goesOn(before: ChatMessage | undefined, message: ChatMessage): boolean {
  if (!before || before.from !== message.from || before.author !== message.author) return false;
  return Date.parse(message.at) - Date.parse(before.at) < ONE_BREATH_MS;
}
