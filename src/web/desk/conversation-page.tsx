import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { momentOrTime } from '../shared/dates.js';
import { langOfText } from '../shared/language.js';
import { newId } from '../shared/new-id.js';
import { now } from '../shared/now.js';
import type { Problem } from './api.js';
import { useDesk, usePolled } from './context.js';
import { OperationForm } from './operation-form.js';
import { ProblemNotice } from './problem-notice.js';
import { nameOf, type ConversationView, type DeskMessage, type Schema } from './shapes.js';

const TO: Schema = { type: 'object', properties: { to: { type: 'string' } }, required: ['to'] };

/** One conversation: what was said, who has it, and what a person can do with it. */
export function ConversationPage({ id }: { id: string }) {
  const { api, words, operations, person } = useDesk();
  const path = `/conversations/${encodeURIComponent(id)}`;
  const { result, refresh } = usePolled<ConversationView>(path);
  const [problem, setProblem] = useState<Problem>();
  const [transferring, setTransferring] = useState(false);
  if (!result) return <p class="empty">{words.loading}</p>;
  if (!result.ok) return <ProblemNotice problem={result.problem} words={words} />;

  const talk = result.value;
  const { control, agent, cases = [] } = talk;
  const somebodyElse = control === 'agent' && agent !== undefined && agent !== person.name;
  const act = async (verb: string, args: unknown, key: string = newId()) => {
    const done = await api.perform(`${path}/operations/${verb}`, args, { key });
    setProblem(done.ok ? undefined : done.problem);
    if (done.ok) setTransferring(false);
    await refresh();
    return done;
  };
  const why = (verb: string) => {
    if (somebodyElse) return words.problems.ALREADY_TAKEN;
    if (verb === 'take-over') return control === 'agent' ? words.yours : undefined;
    return control === 'agent' ? undefined : words.takeOverFirst;
  };
  const schema = operations.find(({ verb, on }) => verb === 'transfer' && on === 'conversation')?.arguments ?? TO;
  return (
    <section class="talk" aria-label={nameOf(talk)}>
      <header>
        <h1>{nameOf(talk)}</h1>
        <span class="st">{words.control[control]}</span>
        {cases.map((number) => (
          <a key={number} class="num" href={`#/cases/${number}`}>
            {number}
          </a>
        ))}
        <span id="why-not" class="quiet end">
          {why('hand-back') ?? why('take-over')}
        </span>
        <div class="row">
          <Act label={words.verbs['take-over']} why={why('take-over')} onAct={() => void act('take-over', {})} />
          <Act label={words.verbs.transfer} why={why('transfer')} onAct={() => setTransferring(!transferring)} />
          <Act label={words.verbs['hand-back']} why={why('hand-back')} onAct={() => void act('hand-back', {})} />
        </div>
      </header>
      {problem && <ProblemNotice problem={problem} words={words} />}
      {transferring && (
        <OperationForm verb="transfer" schema={schema} onPerform={(args, key) => act('transfer', args, key)} />
      )}
      <Messages messages={talk.messages} />
      <ReplyBox why={why('say')} onSay={(text, key) => act('say', { text }, key)} />
    </section>
  );
}

/** A button that stays in place when it is not allowed; the reason stands beside the buttons. */
function Act({ label, why, onAct }: { label: string | undefined; why: string | undefined; onAct: () => void }) {
  return (
    <button
      type="button"
      class="btn"
      aria-disabled={why ? 'true' : undefined}
      aria-describedby={why ? 'why-not' : undefined}
      onClick={() => !why && onAct()}
    >
      {label}
    </button>
  );
}

function Messages({ messages }: { messages: DeskMessage[] }) {
  const { words, language } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [messages.length]);
  return (
    <div class="said" ref={box} role="log" tabIndex={0} aria-label={words.messages}>
      <ol>
        {messages.map(({ id, from, author, text, at, state, choices, files }) => (
          <li key={id} class={from}>
            <span class="meta">
              <b>{author ?? words.from[from]}</b>{' '}
              <time dateTime={at}>{momentOrTime(new Date(at), language, new Date(now()))}</time>{' '}
              {state === 'failed' && <span class="st late">{words.undelivered}</span>}
            </span>
            <div lang={langOfText(text, language)}>{text}</div>
            {files?.map(({ name }) => (
              <div key={name} class="quiet">
                {words.file} {name}
              </div>
            ))}
            {choices && <div class="quiet">[{choices.map(({ label }) => label).join('] [')}]</div>}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface ReplyProps {
  why: string | undefined;
  onSay: (text: string, key: string) => Promise<{ ok: boolean }>;
}

function ReplyBox({ why, onSay }: ReplyProps) {
  const { words } = useDesk();
  const [text, setText] = useState('');
  const key = useRef(newId());
  const send = async () => {
    if (why || !text.trim()) return;
    const done = await onSay(text.trim(), key.current);
    key.current = newId();
    if (done.ok) setText('');
  };
  return (
    <form
      class="reply"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        class="in"
        rows={3}
        aria-label={words.reply}
        placeholder={why ?? words.reply}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <button type="submit" class="btn primary" aria-disabled={why || !text.trim() ? 'true' : undefined} title={why}>
        {words.send}
      </button>
    </form>
  );
}
