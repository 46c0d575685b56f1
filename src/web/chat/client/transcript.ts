import type { ChatMessage, Choice } from './contract.js';
import type { Outgoing } from './outgoing.js';

/** Whether a message of the customer's, as the desk tells it, is this one of ours. */
export function isEcho(message: ChatMessage, mine: Outgoing): boolean {
  if (message.from !== 'customer' || !mine.posted) return false;
  // The desk's id of a message holds the delivery's.
  return message.id.includes(mine.id);
}

/** Ours that the desk has not told back yet: drawn after its messages. */
export function untold(messages: ChatMessage[], outgoing: Outgoing[]): Outgoing[] {
  return outgoing.filter((mine) => !messages.some((message) => isEcho(message, mine)));
}

export interface Line {
  message: ChatMessage;
  /** Choices: still to be answered, or the one that was chosen. */
  open: boolean;
  chosen?: Choice;
}

/** What the customer said, in words: of a choice its label, which a desk may tell by the id alone. */
export function wordsOf({ text, choice }: ChatMessage, before: ChatMessage[]): string {
  if (choice === undefined || text !== choice) return text;
  const offered = before.findLast(({ choices }) => choices?.some(({ id }) => id === choice));
  return offered?.choices?.find(({ id }) => id === choice)?.label ?? text;
}

/** The conversation as it is drawn: which choices stand open and which were taken. */
export function linesOf(messages: ChatMessage[], outgoing: Outgoing[]): Line[] {
  const waiting = outgoing.filter(({ state }) => state !== 'failed');
  return messages.map((message, at) => {
    const { choices } = message;
    if (!choices?.length) return { message, open: false };
    const later = messages.slice(at + 1);
    const next = later.findIndex(movesOn);
    const answers = [
      ...(next < 0 ? later : later.slice(0, next))
        .filter(({ from }) => from === 'customer')
        .flatMap(({ choice, text }) => [choice ?? text, text]),
      ...(next < 0 ? waiting.flatMap(({ choice, text }) => [choice ?? text, text]) : []),
    ];
    const chosen = choices.find(({ id, label }) => answers.some((text) => text === label || text === id));
    return { message, open: !chosen && next < 0, chosen };
  });
}

/** The desk asks something else, gives the number, or a person speaks: earlier choices are past. */
function movesOn({ from, choices, asks, receipt }: ChatMessage): boolean {
  return from === 'agent' || (from === 'bot' && Boolean(choices?.length || asks || receipt));
}

/** The message whose question waits for an answer now, if any. */
export function openQuestion(messages: ChatMessage[], outgoing: Outgoing[]): ChatMessage | undefined {
  if (outgoing.some(({ state }) => state !== 'failed' && state !== 'uploading')) return undefined;
  const last = messages.findLast((message) => message.from === 'customer' || movesOn(message));
  return last?.from === 'bot' && last.asks ? last : undefined;
}

/** The person who speaks for the company now: the author of the last words if they were a person's. */
export function personSpeaking(messages: ChatMessage[]): string | undefined {
  const last = messages.findLast(({ from }) => from !== 'customer');
  return last?.from === 'agent' ? last.author : undefined;
}
