import type { Answer } from './answer.js';
import type { ChatMessage, Credentials } from './contract.js';
import { backOff, Pause } from './pause.js';
import type { Transport } from './transport.js';

/** A stream that lived this long was a good one; the next try comes at once. */
const GOOD_STREAM_MS = 10_000;
const LONGEST_BETWEEN_POLLS_MS = 5000;

export interface FollowerEvents {
  onMessages: (messages: ChatMessage[]) => void;
  onTyping: (name: string | undefined) => void;
  /** The desk answers. */
  onUp: () => void;
  /** It does not; the next try is in so many milliseconds. */
  onDown: (retryInMs: number) => void;
  onGone: () => void;
}

/** Keeps up with a conversation: pages for what was missed, the stream for what comes, again after every break. */
export class Follower {
  #cursor: string | undefined;
  #stop = new AbortController();
  #stream = new AbortController();
  #pause = new Pause();

  constructor(
    private readonly transport: Transport,
    private readonly of: Credentials,
    private readonly now: () => number,
    private readonly events: FollowerEvents,
  ) {}

  async run(): Promise<void> {
    let failures = 0;
    let shortStreams = 0;
    while (!this.#stop.signal.aborted) {
      const caught = await this.#catchUp();
      if (this.#stop.signal.aborted) return;
      if (caught.kind === 'gone') return this.events.onGone();
      if (caught.kind !== 'ok') {
        const wait = caught.kind === 'wait' ? caught.seconds * 1000 : backOff(++failures);
        this.events.onDown(wait);
        await this.#pause.for(wait);
        continue;
      }
      failures = 0;
      this.events.onUp();
      const began = this.now();
      await this.#listen();
      shortStreams = this.now() - began > GOOD_STREAM_MS ? 0 : shortStreams + 1;
      // Where streams do not get through, this loop is a poll.
      await this.#pause.for(Math.min(250 * shortStreams, LONGEST_BETWEEN_POLLS_MS));
    }
  }

  /** Looks again at once: the network came back, or a reply is overdue. */
  hurry(): void {
    this.#stream.abort();
    this.#pause.end();
  }

  stop(): void {
    this.#stop.abort();
    this.hurry();
  }

  async #catchUp(): Promise<Answer<null>> {
    for (;;) {
      const answer = await this.transport.page(this.of, this.#cursor);
      if (answer.kind !== 'ok') return answer;
      const { messages, cursor } = answer.value;
      if (this.#stop.signal.aborted) return { kind: 'ok', value: null };
      if (messages.length > 0) this.events.onMessages(messages);
      const end = messages.length === 0 || cursor === undefined || cursor === null || cursor === this.#cursor;
      this.#cursor = cursor ?? this.#cursor;
      if (end) return { kind: 'ok', value: null };
    }
  }

  async #listen(): Promise<void> {
    this.#stream = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#stream.signal]);
    const onMessage = (message: ChatMessage, cursor: string | undefined) => {
      this.#cursor = cursor ?? this.#cursor;
      this.events.onMessages([message]);
    };
    const { onUp: onOpen, onTyping } = this.events;
    await this.transport.listen(this.of, this.#cursor, { onOpen, onMessage, onTyping }, signal);
    onTyping(undefined); // what is not told any more is not known any more
  }
}
