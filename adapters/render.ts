import type { Capabilities } from '../src/domain/channel.js';
import type { Choice, Message } from '../src/domain/message.js';

/** One message as the channel takes it. */
export interface Part {
  text: string;
  choices: Choice[];
}

/** Fits a reply to what the channel can do: long text in parts, choices as buttons on the last part, or numbered where there are none. */
export function render(
  { text, choices = [], receipt }: Pick<Message, 'text' | 'choices' | 'receipt'>,
  { buttons, labelLength, textLength }: Capabilities,
): Part[] {
  const asButtons =
    choices.length > 0 && choices.length <= buttons && choices.every(({ label }) => label.length <= labelLength);
  const numbered =
    choices.length > 0 && !asButtons ? choices.map(({ label }, n) => numberedLine(label, n + 1)).join('\n') : '';
  const whole = [text, numbered].filter(Boolean).join('\n');
  const parts = split(whole || receipt?.number || '', textLength);
  return parts.map((part, n) => ({ text: part, choices: asButtons && n === parts.length - 1 ? choices : [] }));
}

/** A score is its own number; everything else is numbered in order. */
const numberedLine = (label: string, n: number): string => (label.startsWith(`${n} `) ? label : `${n}. ${label}`);

/** Cuts at line ends, else at sentence ends, else where it must; never inside a surrogate pair. */
function split(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const at = Math.max(head.lastIndexOf('\n'), lastSentenceEnd(head));
    let cut = at > most / 2 ? at + 1 : most;
    if (/[\uD800-\uDBFF]/.test(rest[cut - 1]!)) cut -= 1;
    parts.push(rest.slice(0, cut).trimEnd());
    rest = rest.slice(cut).trimStart();
  }
  return [...parts, rest];
}

function lastSentenceEnd(text: string): number {
  return Math.max(...['。', '！', '？', '. ', '! ', '? '].map((end) => text.lastIndexOf(end)));
}
