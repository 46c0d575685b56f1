const WINDOW_MS = 15 * 60_000;
const FORGET_ABOVE = 20_000;
/** Of one address on one name; of one address; on one name from anywhere. */
const MOST = { pair: 10, address: 60, name: 300 };

/**
 * Counts attempts to sign in, by name and address, so that a guesser stops without locking the owner out from elsewhere.
 * Names that do not exist are counted alike. Answers the seconds to wait, or 0.
 */
export class Attempts {
  readonly #recent = new Map<string, number[]>();

  constructor(private readonly now: () => Date) {}

  /** Counts an attempt before its password is looked at, so that many at once do not slip through. */
  begin(name: string, address: string): number {
    const keys = keysOf(name, address);
    const wait = Math.max(...keys.map(([key, most]) => this.#wait(key, most)));
    if (wait === 0) for (const [key] of keys) this.#note(key);
    return wait;
  }

  /** It was the right password: this attempt counts for nothing, and those of this address on the name are forgotten. */
  succeeded(name: string, address: string): void {
    const [[pair], ...others] = keysOf(name, address);
    this.#recent.delete(pair);
    for (const [key] of others) this.#recent.get(key)?.pop();
  }

  #wait(key: string, most: number): number {
    const at = this.now().getTime();
    const times = (this.#recent.get(key) ?? []).filter((time) => time > at - WINDOW_MS);
    return times.length < most ? 0 : Math.ceil((times.at(-most)! + WINDOW_MS - at) / 1000);
  }

  #note(key: string): void {
    const at = this.now().getTime();
    const times = (this.#recent.get(key) ?? []).filter((time) => time > at - WINDOW_MS);
    this.#recent.delete(key);
    this.#recent.set(key, [...times, at]);
    if (this.#recent.size > FORGET_ABOVE) this.#recent.delete(this.#recent.keys().next().value!);
  }
}

const keysOf = (name: string, address: string): [[string, number], [string, number], [string, number]] => [
  [`pair ${address} ${name}`, MOST.pair],
  [`address ${address}`, MOST.address],
  [`name ${name}`, MOST.name],
];
