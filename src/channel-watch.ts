import type { Channel, SendResult } from './domain/channel.js';

interface Seen {
  lastIn?: Date;
  lastOut?: Date;
  failing?: { at: Date; because: string };
}

/** What each channel did since this process began: the last message in, the last one out, what fails. */
export class ChannelWatch {
  readonly #since: Date;
  readonly #seen = new Map<string, Seen>();

  constructor(private readonly now: () => Date) {
    this.#since = now();
  }

  took(channel: string): void {
    this.#of(channel).lastIn = this.now();
  }

  /** The channel as it is, watched while it sends. */
  watched(channel: Channel): Channel {
    const { name } = channel;
    const send = async (message: Parameters<Channel['send']>[0]): Promise<SendResult> => {
      try {
        const result = await channel.send(message);
        if (result.sent) Object.assign(this.#of(name), { lastOut: this.now(), failing: undefined });
        else this.#of(name).failing = { at: this.now(), because: result.because };
        return result;
      } catch (error) {
        this.#of(name).failing = { at: this.now(), because: error instanceof Error ? error.message : 'unknown' };
        throw error;
      }
    };
    return new Proxy(channel, { get: (of, key) => (key === 'send' ? send : bound(of, key)) });
  }

  standing({ name, capabilities }: Channel) {
    return { name, capabilities, since: this.#since, ...this.#of(name) };
  }

  #of(channel: string): Seen {
    const seen = this.#seen.get(channel) ?? {};
    this.#seen.set(channel, seen);
    return seen;
  }
}

/** Methods keep the channel as their own: some have private parts that a proxy does not. */
function bound(of: Channel, key: string | symbol): unknown {
  const value = Reflect.get(of, key) as unknown;
  return typeof value === 'function' ? (value as (...given: never[]) => unknown).bind(of) : value;
}
