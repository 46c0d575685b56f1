import type { RefObject, TargetedClipboardEvent, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/icon.js';
import type { ChatMessage } from '../client/contract.js';
import { openQuestion, personSpeaking } from '../client/transcript.js';
import { useTalk } from '../context.js';
import { arrowUp, headset, photoPlus, robot } from '../icons.js';
import type { Words } from '../words/words.js';
import { AskedControl } from './asked-control.js';
import { Notices } from './notices.js';

const FILES = 'image/*,audio/*,video/*,application/pdf';
const TALLEST_PX = 176;

type InputMode = 'text' | 'tel' | 'email' | 'decimal';
const INPUT: Record<string, { mode: InputMode; complete: 'tel' | 'email' | 'off' }> = {
  phone: { mode: 'tel', complete: 'tel' },
  email: { mode: 'email', complete: 'email' },
  amount: { mode: 'decimal', complete: 'off' },
};

interface Props {
  draft: string;
  onDraft: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  onFiles: (files: FileList | undefined) => void;
}

export function Composer({ draft, onDraft, field, onFiles }: Props) {
  const { chat, state, words } = useTalk();
  const picker = useRef<HTMLInputElement>(null);
  const question = openQuestion(state.messages, state.outgoing);
  const { mode, complete } = INPUT[question?.asks?.type ?? ''] ?? { mode: 'text', complete: 'off' };
  const empty = draft.trim() === '';
  const begun = state.messages.length + state.outgoing.length > 0;

  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.setProperty('height', '44px');
    box.style.setProperty('height', `${Math.min(box.scrollHeight, TALLEST_PX)}px`);
  }, [draft]);

  const send = () => {
    if (empty) return field.current?.focus();
    chat.say(draft.trim());
    onDraft('');
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    // Enter ends a composition of Chinese input; on a touch keyboard it is the only way to a new line.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    send();
  };
  const onPaste = (event: TargetedClipboardEvent<HTMLTextAreaElement>) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  const onPicked = (event: TargetedEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    onFiles(input.files ?? undefined);
    input.value = '';
  };

  return (
    <form
      class="write"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Notices />
      {question && <AskedControl key={question.id} question={question} onPickFile={() => picker.current?.click()} />}
      <div class="frame">
        <input ref={picker} type="file" multiple hidden accept={FILES} onChange={onPicked} />
        <button type="button" class="round" aria-label={words.attach} onClick={() => picker.current?.click()}>
          <Icon of={photoPlus} size="l" />
        </button>
        <textarea
          ref={field}
          rows={1}
          aria-label={words.write}
          placeholder={placeholder(words.placeholder, state.connection === 'down', state.messages)}
          inputMode={mode}
          autoComplete={complete}
          enterkeyhint="send"
          value={draft}
          onInput={(event) => onDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
        />
        <button type="submit" class={empty ? 'round go off' : 'round go'} aria-label={words.send}>
          <Icon of={arrowUp} size="l" />
        </button>
      </div>
      {!begun && (
        <div class="fine">
          <span>
            <Icon of={robot} size="s" />
            {words.hello.automatic}
          </span>
          <span>
            <Icon of={headset} size="s" />
            {words.hello.person}
          </span>
        </div>
      )}
    </form>
  );
}

function placeholder(words: Words['placeholder'], down: boolean, messages: ChatMessage[]): string {
  if (down) return words.offline;
  if (messages.length === 0) return words.first;
  const choices = messages.findLast(({ from }) => from !== 'customer')?.choices ?? [];
  if (choices.some(({ id }) => id === 'submit')) return words.readBack;
  if (choices.length > 0) return words.question;
  const person = personSpeaking(messages);
  return person ? words.person(person) : words.more;
}
