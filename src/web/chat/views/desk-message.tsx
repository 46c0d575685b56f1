import { momentOrTime } from '../../shared/dates.js';
import { Icon, Mark } from '../../shared/icon.js';
import { langOfText } from '../../shared/language.js';
import { now } from '../../shared/now.js';
import type { ChatMessage } from '../client/contract.js';
import type { Line } from '../client/transcript.js';
import { useTalk } from '../context.js';
import { notedIn, type Noted } from '../noted.js';
import { readBackOf } from '../read-back.js';
import { file as fileIcon, pencil } from '../icons.js';
import { Choices } from './choices.js';
import { ReadBackCard } from './read-back-card.js';
import { ReceiptCard } from './receipt-card.js';
import { SaidText } from './said-text.js';
import { Face } from './top.js';

/** A message of the assistant (mark, plain text) or of a person (face, bubble). `goesOn`: the same speaker, just before. */
export function DeskMessage({ line, goesOn }: { line: Line; goesOn: boolean }) {
  const { words, language } = useTalk();
  const { message } = line;
  const person = message.from === 'agent';
  const who = person ? (message.author ?? words.colleague) : words.assistant;
  return (
    <li class={`msg ${person ? 'person' : ''} ${goesOn ? 'goes-on' : ''}`}>
      {!goesOn && (person ? <Face name={who} /> : <Mark size={28} />)}
      {goesOn ? (
        <span class="vh">{words.says(who)}</span>
      ) : (
        <div class="by">
          <b>{who}</b>
          {message.author && person && <span>{words.role}</span>}
          <time dateTime={message.at}>{momentOrTime(new Date(message.at), language, new Date(now()))}</time>
        </div>
      )}
      <Body line={line} />
    </li>
  );
}

function Body({ line: { message, open, chosen } }: { line: Line }) {
  const { language } = useTalk();
  const { text, choices = [], receipt, from, files = [] } = message;
  if (receipt) return <ReceiptCard message={message} receipt={receipt} />;
  const submits = choices.some(({ id }) => id === 'submit');
  const readBack = submits ? readBackOf(text) : undefined;
  if (readBack) {
    return (
      <>
        {readBack.before && <div class="say">{readBack.before}</div>}
        <ReadBackCard id={domId(message.id)} readBack={readBack} choices={choices} open={open} chosen={chosen} />
      </>
    );
  }
  const noted = from === 'bot' ? notedIn(text) : undefined;
  return (
    <>
      {(text || files.length === 0) && (
        <div class="say" id={domId(message.id)} lang={langOfText(text, language)}>
          {noted ? <NotedText noted={noted} /> : <SaidText text={text} />}
        </div>
      )}
      {files.map((file) => (
        <GivenFile key={file.link} file={file} />
      ))}
      {choices.length > 0 && <Choices choices={choices} open={open} chosen={chosen} askedBy={domId(message.id)} />}
    </>
  );
}

const PICTURE = /^image\/(png|jpeg|gif|webp|avif)$/;

/** What a person of the desk gave: a picture is shown, everything is fetched by its link. */
function GivenFile({ file: { name, type = '', size, link } }: { file: NonNullable<ChatMessage['files']>[number] }) {
  if (!link) return null;
  return (
    <a class="file given" href={link} download={name}>
      {PICTURE.test(type) && <img src={link} alt="" loading="lazy" />}
      <Icon of={fileIcon} size="s" /> {name}
      {size !== undefined && <span class="k"> {Math.ceil(size / 1024)} kB</span>}
    </a>
  );
}

/** What was taken from the customer's words, each with its way to change it. */
function NotedText({ noted: { before, head, rows, after } }: { noted: Noted }) {
  const { words, begin } = useTalk();
  return (
    <>
      {before && <p>{before}</p>}
      <p>{head}</p>
      <ul class="got">
        {rows.map(({ label, value }) => (
          <li key={label}>
            <button type="button" onClick={() => begin(words.changeTo(label))}>
              <span class="k">{label}</span> {value} <Icon of={pencil} size="s" />
              <span class="vh">{words.noted.change}</span>
            </button>
          </li>
        ))}
      </ul>
      {after && (
        <p>
          <SaidText text={after} />
        </p>
      )}
    </>
  );
}

function domId(messageId: string): string {
  return `m-${messageId.replace(/[^\w-]/g, '_')}`;
}
