import { useState } from 'preact/hooks';
import { momentOrTime } from '../../shared/dates.js';
import { circleCheck, Icon } from '../../shared/icon.js';
import { now } from '../../shared/now.js';
import type { ChatMessage, Receipt } from '../client/contract.js';
import { useTalk } from '../context.js';
import { copy, download, listCheck } from '../icons.js';
import { SaidText } from './said-text.js';

const SHORT = 80;

/** The receipt: drawn only from a message that has one, because a number means stored. */
export function ReceiptCard({ message, receipt }: { message: ChatMessage; receipt: Receipt }) {
  const { words, language } = useTalk();
  const [copied, setCopied] = useState(false);
  const { number, link } = receipt;
  const rest = message.text.split('\n').filter((line) => !isInStub(line, receipt));
  const at = new Date(message.at);
  const copyNumber = async () => {
    await navigator.clipboard?.writeText(number);
    setCopied(true);
  };
  return (
    <section class="card slip" aria-label={words.receipt.title}>
      <div class="stub">
        <span class="st kept">
          <Icon of={circleCheck} size="m" />
          {words.receipt.filed} · <time dateTime={message.at}>{momentOrTime(at, language, new Date(now()))}</time>
        </span>
        <div class="row">
          <span class="vh">
            {words.receipt.number} {spoken(number)}
          </span>
          <span class="number" aria-hidden="true">
            {number}
          </span>
          {navigator.clipboard && (
            <button type="button" class="btn end" onClick={() => void copyNumber()}>
              <Icon of={copy} />
              <span role="status">{copied ? words.receipt.copied : words.receipt.copy}</span>
            </button>
          )}
        </div>
      </div>
      <div class="tear" />
      {rest.length > 0 && (
        <div class="due">
          <h2>{words.receiptNext}</h2>
          {rest.map((line) => (
            <p key={line}>
              <SaidText text={line} />
            </p>
          ))}
        </div>
      )}
      <footer>
        <a class="btn primary" href={link} target="_blank" rel="noopener">
          <Icon of={listCheck} />
          {words.receipt.progress}
        </a>
        <button
          type="button"
          class="btn"
          onClick={() => save(number, `${message.text}\n${new URL(link, location.href)}\n`)}
        >
          <Icon of={download} />
          {words.receipt.save}
        </button>
      </footer>
    </section>
  );
}

/** Short lines that only give the number or the link: the stub and the button say the same. */
function isInStub(line: string, { number, link }: Receipt): boolean {
  return line.includes(link) || (line.includes(number) && line.length < SHORT);
}

/** Digit by digit, as one reads a number over the phone. */
export function spoken(number: string): string {
  return [...number.replace(/\D/g, '')].join(' ');
}

function save(number: string, text: string): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  anchor.download = `${number}.txt`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}
