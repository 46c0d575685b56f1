/** A wait that can be cut short, by coming online or by the customer's "try now". */
export class Pause {
  #wake: (() => void) | undefined;

  for(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  end(): void {
    this.#wake?.();
  }
}

/** 1 s, 2 s, 4 s … 30 s after the n-th failure in a row (n from 1), up to a quarter longer so that clients spread. */
export function backOff(n: number): number {
  const [random = 0] = crypto.getRandomValues(new Uint8Array(1));
  return Math.min(1000 * 2 ** (n - 1), 30_000) * (1 + random / 1024);
}
