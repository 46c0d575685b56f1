import type { ChannelCheck, ChannelHealth, ChannelHealthStore } from './domain/channel-health.js';
import type { Channel, ChannelDesk, SendResult } from './domain/channel.js';
import type { Logger } from './domain/ports.js';
import type { ChannelStanding } from './http/staff-ports.js';

/** Times are stored this often at most: a busy channel costs a write now and then, not one a message. */
const STORE_EVERY_MS = 10_000;
const LONGEST_REASON = 200;

interface Seen extends ChannelHealth {
  storedAt?: Date;
}

/** What each channel did, kept over restarts: the last message in, the last one out, the last that failed. */
export class ChannelWatch {
  readonly #channels = new Map<string, Channel>();
  readonly #seen = new Map<string, Seen>();

  constructor(
    private readonly health: ChannelHealthStore,
    private readonly now: () => Date,
    private readonly log: Logger,
  ) {}

  took(channel: string): void {
    this.#note({ name: channel, lastIn: this.now() });
  }

  sent(channel: string): void {
    this.#note({ name: channel, lastOut: this.now() });
  }

  failed(channel: string, because: string): void {
    this.#note({ name: channel, lastError: { at: this.now(), because: because.slice(0, LONGEST_REASON) } });
  }

  /** The desk as a channel sees it, which says when its deliveries do not come. */
  desk({ name }: Channel, desk: Omit<ChannelDesk, 'failed'>): ChannelDesk {
    return { ...desk, failed: (because) => this.failed(name, because) };
  }

  /** The channel as it is, watched while it sends. */
  watched(channel: Channel): Channel {
    const { name } = channel;
    this.#channels.set(name, channel);
    const send = async (message: Parameters<Channel['send']>[0]): Promise<SendResult> => {
      try {
        const result = await channel.send(message);
        if (result.sent) this.sent(name);
        else this.failed(name, result.because);
        return result;
      } catch (error) {
        this.failed(name, error instanceof Error ? error.message : 'unknown');
        throw error;
      }
    };
    return new Proxy(channel, { get: (of, key) => (key === 'send' ? send : bound(of, key)) });
  }

  /** The channels that are on, each with what is known of it here and in what is stored. */
  async standings(): Promise<ChannelStanding[]> {
    const stored = new Map((await this.health.all()).map((one) => [one.name, one]));
    return [...this.#channels.values()].map(({ name, capabilities, check }) => {
      const all = [stored.get(name), this.#seen.get(name)].filter((one) => one !== undefined);
      const latest = (key: 'lastIn' | 'lastOut') => last(all.map((one) => one[key]));
      const [lastIn, lastOut] = [latest('lastIn'), latest('lastOut')];
      const at = last(all.map(({ lastError }) => lastError?.at));
      const lastError = all.find((one) => one.lastError && one.lastError.at === at)?.lastError;
      const failing = lastError !== undefined && !(lastOut && lastOut > lastError.at);
      return { name, capabilities, testable: check !== undefined, lastIn, lastOut, lastError, failing };
    });
  }

  /** Asks the vendor; undefined where there is no such channel, or nobody to ask. */
  async check(name: string): Promise<ChannelCheck | undefined> {
    return this.#channels.get(name)?.check?.();
  }

  /** Stores what was not yet. */
  async keep(): Promise<void> {
    await Promise.all([...this.#seen.values()].map((seen) => this.#store(seen)));
  }

  #note(what: ChannelHealth): void {
    const seen: Seen = Object.assign(this.#seen.get(what.name) ?? { name: what.name }, what);
    this.#seen.set(what.name, seen);
    const isNew = what.lastError !== undefined || !seen.storedAt;
    if (isNew || this.now().getTime() - seen.storedAt!.getTime() >= STORE_EVERY_MS) void this.#store(seen);
  }

  async #store(seen: Seen): Promise<void> {
    seen.storedAt = this.now();
    const { storedAt: _when, ...health } = seen;
    await this.health
      .note(health)
      .catch((error: unknown) =>
        this.log.warn({ channel: seen.name, err: String(error) }, 'how a channel does could not be stored'),
      );
  }
}

const last = (times: (Date | undefined)[]): Date | undefined =>
  times.reduce((a, b) => (b && (!a || b > a) ? b : a), undefined);

/** Methods keep the channel as their own: some have private parts that a proxy does not. */
function bound(of: Channel, key: string | symbol): unknown {
  const value = Reflect.get(of, key) as unknown;
  return typeof value === 'function' ? (value as (...given: never[]) => unknown).bind(of) : value;
}
