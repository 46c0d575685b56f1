import { momentOrTime } from '../../shared/dates.js';
import { alert, check, clock, Icon } from '../../shared/icon.js';
import { langOfText } from '../../shared/language.js';
import { now } from '../../shared/now.js';
import type { ChatMessage } from '../client/contract.js';
import type { Outgoing, OutgoingFile } from '../client/outgoing.js';
import { wordsOf } from '../client/transcript.js';
import { useTalk } from '../context.js';
import { file as fileIcon } from '../icons.js';

/** The customer's own words as the desk has them. */
export function StoredMessage({ message, before }: { message: ChatMessage; before: ChatMessage[] }) {
  const { chat } = useTalk();
  return (
    <li class="msg me">
      <Content text={wordsOf(message, before)} files={chat.files.of(message)} />
      <Stored at={message.at} />
    </li>
  );
}

/** The customer's own words on their way; `place` counts what waits before it, from 1. */
export function OutgoingMessage({ mine, place }: { mine: Outgoing; place: number }) {
  const dashed = mine.state !== 'stored';
  return (
    <li class={dashed ? 'msg me queued' : 'msg me'}>
      <Content text={mine.text} files={mine.files ?? []} />
      <Delivery mine={mine} place={place} />
    </li>
  );
}

function Delivery({ mine, place }: { mine: Outgoing; place: number }) {
  const { chat, words, state } = useTalk();
  if (mine.state === 'stored') return <Stored at={new Date(mine.at).toISOString()} />;
  if (mine.state === 'failed') {
    return (
      <span class="sent late" role="alert">
        <Icon of={alert} size="s" />
        {words.failed}
        {mine.why === 'TOO_LARGE' && ` · ${words.tooLong}`} ·
        <button type="button" onClick={() => chat.retry(mine.id)}>
          {words.again}
        </button>
        <button type="button" onClick={() => chat.takeBack(mine.id)}>
          {words.takeBack}
        </button>
      </span>
    );
  }
  if (state.connection === 'down') {
    return (
      <span class="sent wait">
        <Icon of={clock} size="s" />
        {words.waiting(place)}
        {!mine.posted && (
          <>
            {' ·'}
            <button type="button" onClick={() => chat.takeBack(mine.id)}>
              {words.takeBack}
            </button>
          </>
        )}
      </span>
    );
  }
  // Announced once, when it is stored; until then for the eye only.
  return (
    <span class="sent" aria-hidden="true">
      <Icon of={clock} size="s" />
      {mine.state === 'uploading' ? words.uploading(share(mine.files)) : words.sending}
    </span>
  );
}

function Stored({ at }: { at: string }) {
  const { words, language } = useTalk();
  return (
    <span class="sent">
      <Icon of={check} size="s" />
      {words.stored} <time dateTime={at}>{momentOrTime(new Date(at), language, new Date(now()))}</time>
    </span>
  );
}

function share(files: OutgoingFile[] = []): number {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const sent = files.reduce((sum, { size, share = 0 }) => sum + size * share, 0);
  return total > 0 ? Math.floor((sent / total) * 100) : 0;
}

function Content({ text, files }: { text: string; files: OutgoingFile[] }) {
  const { words, language } = useTalk();
  return (
    <>
      <span class="vh">{words.me}</span>
      {files.map((one, at) => (
        <Attached key={at} file={one} />
      ))}
      {(text || files.length === 0) && (
        <div class="say" lang={langOfText(text, language)}>
          {text || words.files(1)}
        </div>
      )}
    </>
  );
}

function Attached({ file }: { file: OutgoingFile }) {
  const { words } = useTalk();
  const label = words.file(file.name, sizeOf(file.size));
  if (file.thumb) {
    return (
      <div class="say photo">
        <img src={file.thumb} alt={label} />
      </div>
    );
  }
  return (
    <div class="say">
      <Icon of={fileIcon} /> {label}
    </div>
  );
}

/** 300 KB, 1.2 MB */
export function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
